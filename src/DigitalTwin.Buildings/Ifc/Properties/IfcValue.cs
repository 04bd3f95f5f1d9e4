using System.Globalization;
using DigitalTwin.Buildings.Ifc.Units;
using DigitalTwin.Buildings.Step;

namespace DigitalTwin.Buildings.Ifc.Properties;

/// <summary>A value of a property: a text, a number in SI, a truth, or nothing.</summary>
/// <param name="Type">Its type as the file says it, <c>IFCLENGTHMEASURE</c>; null where it says none.</param>
/// <param name="Text">Texts, and names of enumerations.</param>
/// <param name="Number">Numbers: lengths in m, areas in m², temperatures in °C, angles in rad and so on.</param>
/// <param name="Logical">True or false; null for unknown.</param>
public readonly record struct IfcValue(string? Type, string? Text, double? Number, bool? Logical)
{
    /// <summary>No value.</summary>
    public static readonly IfcValue None;

    /// <summary>Whether there is anything.</summary>
    public bool IsSomething => Text is not null || Number is not null || Logical is not null;

    internal static IfcValue Of(StepValue value, IfcUnit? unit, IfcUnits units)
    {
        var (type, plain) = (value.TypeName, value.Plain);
        return plain.Kind switch
        {
            StepKind.String => new(type, plain.Text, null, null),
            StepKind.Integer or StepKind.Real when plain.Number is { } number && double.IsFinite(number) => new(type, null, (unit ?? units.OfMeasure(type)).ToSi(number), null),
            StepKind.Enumeration when plain.Logical is { } truth => new(type, null, null, truth),
            StepKind.Enumeration when !plain.Enumeration!.Equals("U", StringComparison.OrdinalIgnoreCase) => new(type, plain.Enumeration, null, null),
            _ => None,
        };
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Text ?? (Number is { } number ? number.ToString("0.######", CultureInfo.InvariantCulture) : Logical is { } truth ? (truth ? "true" : "false") : "");
}
