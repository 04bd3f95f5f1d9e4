using DigitalTwin.Buildings.Step;

namespace DigitalTwin.Buildings.Ifc.Quality;

/// <summary>What a file lacks and what is wrong with it, for each purpose. Immutable.</summary>
public sealed record IfcQuality
{
    /// <summary>Everything found, by purpose.</summary>
    public required IReadOnlyList<IfcFinding> Findings { get; init; }

    /// <summary>GlobalIds that more than one record has, with the records, in the file's order.</summary>
    public required IReadOnlyList<(string GlobalId, IReadOnlyList<string> Records)> DuplicateGlobalIds { get; init; }

    /// <summary>Storeys that are no floors.</summary>
    public required IReadOnlyList<IfcStorey> NonFloors { get; init; }

    /// <summary>Values of ThermalTransmittance that the file states.</summary>
    public required int ThermalTransmittances { get; init; }

    /// <summary>Records that were rejected: cut off, repeated, or with values that break the grammar.</summary>
    public required int RejectedRecords { get; init; }

    /// <summary>References that lead nowhere or to another kind of thing.</summary>
    public required int BrokenReferences { get; init; }

    /// <summary>Finds everything.</summary>
    internal static IfcQuality Of(IfcModel model)
    {
        var duplicates = GlobalIds.Duplicates(model.Source);
        var rejected = Enum.GetValues<StepFault>().Where(f => f is not StepFault.BadEscape).Sum(model.Source.Step.FaultCount);
        var findings = new Findings();
        FileFindings.Find(model, duplicates, rejected, findings);
        SpaceFindings.Find(model, findings);
        GeoreferenceFindings.Find(model, findings);
        EnergyFindings.Find(model, findings);
        ScheduleFindings.Find(model, findings);
        return new()
        {
            Findings = findings.All, DuplicateGlobalIds = duplicates, NonFloors = [.. model.Buildings.SelectMany(b => b.Storeys).Where(s => !s.IsFloor)],
            ThermalTransmittances = GlobalIds.ThermalTransmittances(model.Source), RejectedRecords = rejected, BrokenReferences = model.Source.BrokenReferences,
        };
    }
}

/// <summary>Findings as they are made.</summary>
internal sealed class Findings
{
    private const int MostExamples = 5;

    public List<IfcFinding> All { get; } = [];

    /// <summary>Adds a finding about things, where there are any.</summary>
    public void Add(IfcPurpose purpose, string code, IReadOnlyCollection<string> things, int of, string en, string zh)
    {
        if (things.Count > 0) All.Add(new(purpose, code, things.Count, of, en, zh, [.. things.Take(MostExamples)]));
    }

    /// <summary>Adds a finding about things of the model.</summary>
    public void Add(IfcPurpose purpose, string code, IEnumerable<IfcObject> things, int of, string en, string zh) => Add(purpose, code, [.. things.Select(t => t.ToString()!)], of, en, zh);

    /// <summary>Adds a finding about the file where it holds.</summary>
    public void If(bool holds, IfcPurpose purpose, string code, string en, string zh, int count = 1)
    {
        if (holds) All.Add(new(purpose, code, count, 0, en, zh, []));
    }
}
