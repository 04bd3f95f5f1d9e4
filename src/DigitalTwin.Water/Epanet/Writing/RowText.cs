using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Writing;

/// <summary>One row as a line, for every section that has rows.</summary>
internal sealed partial class RowText(EpanetFile file, InpText text)
{
    /// <summary>Writes row <paramref name="i"/> of a section.</summary>
    public void Write(EpanetSection section, int i)
    {
        switch (section)
        {
            case EpanetSection.Title: text.Line(file.Title[i]); break;
            case EpanetSection.Junctions: Junction(i); break;
            case EpanetSection.Reservoirs: Reservoir(i); break;
            case EpanetSection.Tanks: Tank(i); break;
            case EpanetSection.Pipes: Pipe(i); break;
            case EpanetSection.Pumps: Pump(i); break;
            case EpanetSection.Valves: Valve(i); break;
            case EpanetSection.Tags: Tag(i); break;
            case EpanetSection.Demands: Demand(i); break;
            case EpanetSection.Status: Status(i); break;
            case EpanetSection.Patterns: Pattern(i); break;
            case EpanetSection.Curves: Curve(i); break;
            case EpanetSection.Controls: Control(i); break;
            case EpanetSection.Rules: Rule(i); break;
            case EpanetSection.Energy: Energy(i); break;
            case EpanetSection.Emitters: Emitter(i); break;
            case EpanetSection.Leakage: Leak(i); break;
            case EpanetSection.Quality: Quality(i); break;
            case EpanetSection.Sources: Source(i); break;
            case EpanetSection.Reactions: Reaction(i); break;
            case EpanetSection.Mixing: Mixing(i); break;
            case EpanetSection.Coordinates: Point(file.Coordinates[i]); break;
            case EpanetSection.Vertices: Point(file.Vertices[i]); break;
            case EpanetSection.Report: text.Line(file.Report[i]); break;
            case EpanetSection.Labels: text.Line(file.Labels[i]); break;
            case EpanetSection.Backdrop: text.Line(file.Backdrop[i]); break;
            case EpanetSection.Roughness: text.Line(file.Roughness[i]); break;
            case EpanetSection.Unknown: Unknown(i); break;
        }
    }

    private void Junction(int i)
    {
        var row = file.Junctions[i];
        text.Word(row.Id).Number(row.Elevation).Number(row.Demand);
        if (row.Pattern is not null) text.Word(row.Pattern);
        text.End(row.Comment);
    }

    private void Reservoir(int i)
    {
        var row = file.Reservoirs[i];
        text.Word(row.Id).Number(row.Head);
        if (row.Pattern is not null) text.Word(row.Pattern);
        text.End(row.Comment);
    }

    private void Tank(int i)
    {
        var row = file.Tanks[i];
        text.Word(row.Id).Number(row.Elevation).Number(row.InitialLevel).Number(row.MinLevel).Number(row.MaxLevel).Number(row.Diameter).Number(row.MinVolume);
        if (row.VolumeCurve is not null || row.CanOverflow is not null) text.Word(row.VolumeCurve ?? "*");
        if (row.CanOverflow is { } overflow) text.Keyword(overflow ? "YES" : "NO");
        text.End(row.Comment);
    }

    private void Demand(int i)
    {
        var row = file.Demands[i];
        text.Word(row.Junction).Number(row.Base);
        if (row.Pattern is not null) text.Word(row.Pattern);
        text.End(row.Category);
    }

    private void Emitter(int i)
    {
        var row = file.Emitters[i];
        text.Word(row.Junction).Number(row.Coefficient).End(row.Comment);
    }

    private void Leak(int i)
    {
        var row = file.Leakage[i];
        text.Word(row.Pipe).Number(row.Area).Number(row.Expansion).End(row.Comment);
    }

    private void Tag(int i)
    {
        var row = file.Tags[i];
        text.Keyword(row.OnLink ? "LINK" : "NODE").Word(row.Id).Word(row.Tag).End();
    }

    private void Point(Rows.PointRow row) => text.Word(row.Id).Number(row.X).Number(row.Y).End();

    private void Pattern(int i)
    {
        const int PerLine = 12; // short lines, since EPANET reads no more than 39 multipliers of one
        var row = file.Patterns[i];
        for (var k = 0; k < row.Multipliers.Count; k++)
        {
            if (k % PerLine == 0) text.Word(row.Id);
            text.Number(row.Multipliers[k]);
            if (k % PerLine == PerLine - 1 || k == row.Multipliers.Count - 1) text.End();
        }
    }

    private void Curve(int i)
    {
        var row = file.Curves[i];
        for (var k = 0; k < row.X.Count; k++)
        {
            text.Word(row.Id).Number(row.X[k]).Number(row.Y[k]);
            if (k == 0 && row.Kind is { } kind) text.Keyword(KindWord(kind));
            text.End();
        }
    }

    private static string KindWord(CurveKind kind) => kind switch
    {
        CurveKind.Volume => "VOLUME",
        CurveKind.PumpHead => "PUMP",
        CurveKind.Efficiency => "EFFICIENCY",
        CurveKind.HeadLoss => "HEADLOSS",
        CurveKind.ValvePosition => "VALVE",
        _ => "GENERIC",
    };

    private void Unknown(int i)
    {
        var section = file.UnknownSections[i];
        text.Header(section.Header);
        foreach (var line in section.Lines) text.Line(line);
    }
}
