namespace DigitalTwin.Simulation.Starting;

/// <summary>
/// The properties of an earlier run from which another goes on. A run tells far more of a city (pressures, flows, warnings), which follows from these and need not travel.
/// </summary>
public static class SimulatedProperties
{
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal) { "level", "status", "speed", "setting", "demand-factor", "occupancy" };

    /// <summary>Whether a run may start from the simulated value of a property.</summary>
    public static bool AreTaken(string property) => Taken.Contains(property);
}
