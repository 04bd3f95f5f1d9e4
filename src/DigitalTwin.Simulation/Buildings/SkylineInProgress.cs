using DigitalTwin.Buildings;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>
/// What stands in the whole city while a run goes on, as one partition sees it: every partition hears of every building that is added or demolished, and gives those of its own that stand near it another horizon.
/// </summary>
internal sealed class SkylineInProgress(BuildingsSite site, int[] mine)
{
    private readonly bool[] stands = [.. Enumerable.Range(0, site.Buildings.Count).Select(b => b < site.OnMap)];

    /// <summary>Hears of an action.</summary>
    public void Do(BuildingsState state, DueAction action)
    {
        if (action.Name is not ("build" or "demolish")) return;
        var changed = action.Targets.SelectMany(site.Targets).Where(b => stands[b] != (action.Name == "build")).Distinct().ToArray();
        foreach (var building in changed) stands[building] = action.Name == "build";
        Shade(state, changed);
    }

    /// <summary>Writes what stands.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (var one in stands) writer.Write(one);
    }

    /// <summary>Reads what stands and gives a state that was loaded its horizons.</summary>
    public void Load(BinaryReader reader, BuildingsState state)
    {
        for (var b = 0; b < stands.Length; b++) stands[b] = reader.ReadBoolean();
        for (var b = 0; b < mine.Length; b++) state.SetHorizon(b, site.Horizons[mine[b]]);
        Shade(state, [.. Enumerable.Range(0, stands.Length).Where(b => stands[b] != b < site.OnMap)]);
    }

    private void Shade(BuildingsState state, int[] changed)
    {
        if (site.Skyline is not { } skyline || changed.Length == 0) return;
        foreach (var building in changed.SelectMany(skyline.Near).Concat(changed).Distinct())
            if (Array.BinarySearch(mine, building) is >= 0 and var b) state.SetHorizon(b, skyline.Around(building, other => stands[other]));
    }
}
