using DigitalTwin.Water.Epanet.Conversion;
using DigitalTwin.Water.Epanet.Rows;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet;

/// <summary>
/// An EPANET <c>.inp</c> file as it stands: every section, in the file's own units and order, with comments. Build one in code
/// by adding rows, or edit what <see cref="EpanetReader"/> read; references are ids. It is not a model: <see cref="ToNetwork"/> makes the
/// network, in SI, that a model computes with.
/// </summary>
public sealed class EpanetFile
{
    /// <summary>A name for reports, usually the file's name without its ending.</summary>
    public string Name { get; set; } = "network";

    /// <summary>How characters are stored.</summary>
    public EpanetEncoding Encoding { get; set; } = EpanetEncoding.Utf8;

    /// <summary>[TITLE]: lines of text (EPANET shows the first three).</summary>
    public List<string> Title { get; } = [];

    /// <summary>[JUNCTIONS].</summary>
    public List<JunctionRow> Junctions { get; } = [];

    /// <summary>[RESERVOIRS].</summary>
    public List<ReservoirRow> Reservoirs { get; } = [];

    /// <summary>[TANKS].</summary>
    public List<TankRow> Tanks { get; } = [];

    /// <summary>[PIPES].</summary>
    public List<PipeRow> Pipes { get; } = [];

    /// <summary>[PUMPS].</summary>
    public List<PumpRow> Pumps { get; } = [];

    /// <summary>[VALVES].</summary>
    public List<ValveRow> Valves { get; } = [];

    /// <summary>[TAGS].</summary>
    public List<TagRow> Tags { get; } = [];

    /// <summary>[DEMANDS].</summary>
    public List<DemandRow> Demands { get; } = [];

    /// <summary>[STATUS].</summary>
    public List<StatusRow> Status { get; } = [];

    /// <summary>[PATTERNS].</summary>
    public List<PatternRow> Patterns { get; } = [];

    /// <summary>[CURVES].</summary>
    public List<CurveRow> Curves { get; } = [];

    /// <summary>[CONTROLS].</summary>
    public List<ControlRow> Controls { get; } = [];

    /// <summary>[RULES].</summary>
    public List<RuleRow> Rules { get; } = [];

    /// <summary>[ENERGY].</summary>
    public List<EnergyRow> Energy { get; } = [];

    /// <summary>[EMITTERS].</summary>
    public List<EmitterRow> Emitters { get; } = [];

    /// <summary>[LEAKAGE].</summary>
    public List<LeakageRow> Leakage { get; } = [];

    /// <summary>[QUALITY].</summary>
    public List<QualityRow> Quality { get; } = [];

    /// <summary>[SOURCES].</summary>
    public List<SourceRow> Sources { get; } = [];

    /// <summary>[REACTIONS].</summary>
    public List<ReactionRow> Reactions { get; } = [];

    /// <summary>[MIXING].</summary>
    public List<MixingRow> Mixing { get; } = [];

    /// <summary>[TIMES].</summary>
    public EpanetTimes Times { get; set; } = new();

    /// <summary>[OPTIONS].</summary>
    public EpanetOptions Options { get; set; } = new();

    /// <summary>[REPORT], as text.</summary>
    public List<string> Report { get; } = [];

    /// <summary>[COORDINATES] of nodes.</summary>
    public List<PointRow> Coordinates { get; } = [];

    /// <summary>[VERTICES] of links, in order from the first node to the second.</summary>
    public List<PointRow> Vertices { get; } = [];

    /// <summary>[LABELS], as text.</summary>
    public List<string> Labels { get; } = [];

    /// <summary>[BACKDROP], as text.</summary>
    public List<string> Backdrop { get; } = [];

    /// <summary>[ROUGHNESS], as text.</summary>
    public List<string> Roughness { get; } = [];

    /// <summary>Sections that EPANET does not know, as text.</summary>
    public List<UnknownSection> UnknownSections { get; } = [];

    /// <summary>Lines before the first section, which have no meaning.</summary>
    public List<string> Preamble { get; } = [];

    /// <summary>Comments on lines of their own, in file order.</summary>
    public List<CommentLine> CommentLines { get; } = [];

    /// <summary>
    /// The order of sections in the file; empty for the usual order. Rows beyond it belong to the last stretch of their section.
    /// It matters because nodes and links are numbered in order of appearance.
    /// </summary>
    public List<SectionRun> Layout { get; } = [];

    /// <summary>Bytes after [END], which have no meaning; empty when there are none.</summary>
    public ReadOnlyMemory<byte> AfterEnd { get; set; }

    /// <summary>
    /// The network that the file describes, in SI, numbered as EPANET numbers it.
    /// </summary>
    /// <exception cref="Numerics.Diagnostics.InputException">The file breaks a rule of the format; nothing is thrown when reading reported no error and nothing was edited since.</exception>
    public WaterNetwork ToNetwork() => NetworkConversion.Convert(this);
}
