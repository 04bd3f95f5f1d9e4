namespace DigitalTwin.Water.Epanet;

/// <summary>How many entries the list of a section has.</summary>
internal static class SectionLists
{
    public static int Count(EpanetFile file, EpanetSection section) => section switch
    {
        EpanetSection.Title => file.Title.Count,
        EpanetSection.Junctions => file.Junctions.Count,
        EpanetSection.Reservoirs => file.Reservoirs.Count,
        EpanetSection.Tanks => file.Tanks.Count,
        EpanetSection.Pipes => file.Pipes.Count,
        EpanetSection.Pumps => file.Pumps.Count,
        EpanetSection.Valves => file.Valves.Count,
        EpanetSection.Tags => file.Tags.Count,
        EpanetSection.Demands => file.Demands.Count,
        EpanetSection.Status => file.Status.Count,
        EpanetSection.Patterns => file.Patterns.Count,
        EpanetSection.Curves => file.Curves.Count,
        EpanetSection.Controls => file.Controls.Count,
        EpanetSection.Rules => file.Rules.Count,
        EpanetSection.Energy => file.Energy.Count,
        EpanetSection.Emitters => file.Emitters.Count,
        EpanetSection.Leakage => file.Leakage.Count,
        EpanetSection.Quality => file.Quality.Count,
        EpanetSection.Sources => file.Sources.Count,
        EpanetSection.Reactions => file.Reactions.Count,
        EpanetSection.Mixing => file.Mixing.Count,
        EpanetSection.Report => file.Report.Count,
        EpanetSection.Coordinates => file.Coordinates.Count,
        EpanetSection.Vertices => file.Vertices.Count,
        EpanetSection.Labels => file.Labels.Count,
        EpanetSection.Backdrop => file.Backdrop.Count,
        EpanetSection.Roughness => file.Roughness.Count,
        EpanetSection.Unknown => file.UnknownSections.Count,
        _ => 0,
    };
}
