using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Results.Manifests;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>A panel of maps, read and reckoned: its elements, its frames and its fields, ready to be drawn and to be written as data.</summary>
/// <param name="Plan">What it shows.</param>
/// <param name="Elements">Its assets.</param>
/// <param name="Ids">By layer the ids of the assets.</param>
/// <param name="Frames">Instants of the frames from the second; the first frame is the mean of the period.</param>
/// <param name="Fields">Fields to colour by.</param>
/// <param name="Widths">Classes 0 to 4 of the widths of lines by contender, frame and element; null without such a field.</param>
/// <param name="Sizes">Radii of discs by element, grid units; null where all are alike.</param>
internal sealed record MapPanel(
    PanelPlan Plan, IReadOnlyList<MapElement> Elements, IReadOnlyList<IReadOnlyList<string>> Ids, IReadOnlyList<DateTimeOffset> Frames,
    IReadOnlyList<PanelField> Fields, byte[][][]? Widths, int[]? Sizes)
{
    /// <summary>Radius of a disc where nothing says how large it is.</summary>
    public const int PlainRadius = 11;

    /// <summary>Id of an element's asset.</summary>
    public string IdOf(int element) => Ids[Elements[element].Layer][Elements[element].Row];

    /// <summary>What a frame is called.</summary>
    public LocalizedText FrameTitle(int frame, SimulatedPeriod period) =>
        frame == 0 ? new("mean of the period", "时段平均") : new(Frames[frame - 1].ToOffset(period.Start.Offset).ToString("MM-dd HH:mm"));
}

/// <summary>A field of a panel with its scales.</summary>
/// <param name="Label">The field.</param>
/// <param name="Values">Its values.</param>
/// <param name="Scale">Classes of its values.</param>
/// <param name="Differences">Classes of its differences; null with one contender.</param>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Largest value.</param>
internal sealed record PanelField(FieldLabel Label, ElementValues Values, ColourScale Scale, DifferenceScale? Differences, double Low, double High);
