using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>What one map shows: values of a contender, or how they differ from the first one's, at a frame of a field.</summary>
internal sealed class MapPicture
{
    /// <summary>Colour of an asset that is drawn for its place alone.</summary>
    public const string Unknown = "#C3C9D0";

    private readonly PanelField field;

    public MapPicture(MapPanel panel, int fieldIndex, int frame, int contender, bool isDifference)
    {
        (field, Frame, Contender, IsDifference) = (panel.Fields[fieldIndex], frame, contender, isDifference);
        Values = isDifference ? field.Values.Difference[contender][frame] : field.Values.Mean[contender][frame];
        Classes = new int[Values.Length];
        for (var e = 0; e < Classes.Length; e++) Classes[e] = ClassOf(e);
        var keys = new double[Values.Length];
        for (var e = 0; e < keys.Length; e++) keys[e] = panel.Elements[e].Ends is null ? Key(e) : double.NaN;
        Foremost = Maps.Foremost.Of(keys, panel.Elements, 5, apart: 200);
    }

    /// <summary>The frame.</summary>
    public int Frame { get; }

    /// <summary>Whose values.</summary>
    public int Contender { get; }

    /// <summary>Whether differences are shown.</summary>
    public bool IsDifference { get; }

    /// <summary>The values.</summary>
    public float[] Values { get; }

    /// <summary>Their classes; -1 when not known.</summary>
    public int[] Classes { get; }

    /// <summary>The foremost places: the worst values, or the largest differences beyond noise.</summary>
    public IReadOnlyList<int> Foremost { get; }

    /// <summary>Colour of a class.</summary>
    public string Colour(int index) => index < 0 ? Unknown : IsDifference ? field.Differences!.Colours[index] : field.Scale.Colour(index);

    /// <summary>What is drawn above what.</summary>
    public int Weight(int index) => index < 0 ? -1 : IsDifference ? Math.Abs(index - 3) : field.Scale.Badness(index);

    /// <summary>Width of a line, grid units.</summary>
    public int WidthOf(MapPanel panel, int element) =>
        panel.Elements[element].Shape != MapShape.Line ? 0 : panel.Widths is { } widths ? ElementMap.LineWidths[widths[Contender][Frame][element]] : ElementMap.LineWidths[1];

    private int ClassOf(int e) =>
        !float.IsFinite(Values[e]) ? -1 : !IsDifference ? field.Scale.ClassOf(Values[e]) : field.Values.IsSure[Contender][Frame][e] ? field.Differences!.ClassOf(Values[e]) : 3;

    private double Key(int e) =>
        IsDifference ? field.Values.IsSure[Contender][Frame][e] && Classes[e] != 3 ? Math.Abs(Values[e]) : double.NaN : field.Label.Worse == KpiDirection.Less ? -Values[e] : Values[e];
}
