namespace DigitalTwin.Cities.Assets;

/// <summary>
/// One attribute of all assets of a layer. It looks into the arrays that the domain already holds (row to index through
/// <see cref="AssetLayer.Source"/>), so that a column costs nothing until it is asked.
/// </summary>
public sealed class AssetColumn
{
    private readonly Func<int, double>? number;
    private readonly Func<int, string>? text;

    private AssetColumn(string name, string unit, Func<int, double>? number, Func<int, string>? text) =>
        (Name, Unit, this.number, this.text) = (name, unit, number, text);

    /// <summary>A column of numbers; the function gets the index in the domain's table.</summary>
    public static AssetColumn Numbers(string name, string unit, Func<int, double> number) => new(name, unit, number, null);

    /// <summary>A column of texts; the function gets the index in the domain's table.</summary>
    public static AssetColumn Texts(string name, Func<int, string> text) => new(name, "", null, text);

    /// <summary>Name: <c>diameter</c>.</summary>
    public string Name { get; }

    /// <summary>Unit: <c>m</c>, or an empty string.</summary>
    public string Unit { get; }

    /// <summary>True for a column of numbers.</summary>
    public bool IsNumber => number is not null;

    internal AssetValue At(int source) => number is null ? new(Name, Unit, double.NaN, text!(source)) : new(Name, Unit, number(source), null);
}
