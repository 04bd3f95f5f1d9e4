using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Twins;

namespace DigitalTwin.Grains.Twins;

/// <summary>A twin's state as it is told to others.</summary>
internal static class TwinStates
{
    public static TwinState Of(Twin twin, AlertBook? alerts, TwinBehaviour behaviour, long now)
    {
        var observed = ImmutableArray.CreateBuilder<Reading>();
        var simulated = ImmutableArray.CreateBuilder<Reading>();
        foreach (ref readonly var row in twin.Newest)
        {
            if (row.Voice == Voice.Simulated) simulated.Add(row.ToReading());
            // Of a property that is both told and derived, the one that is not known to be newer stays out.
            else if (twin.Known(row.Property).Voice == row.Voice) observed.Add(row.ToReading());
        }
        observed.Sort(ByProperty);
        simulated.Sort(ByProperty);
        return new(
            twin.Site.World.Name, twin.Asset, Micros.Instant(now), observed.DrainToImmutable(), simulated.DrainToImmutable(),
            [.. behaviour.Figures(twin, now)], alerts?.Active ?? [], twin.Rules);
    }

    private static int ByProperty(Reading a, Reading b) => string.CompareOrdinal(a.Property, b.Property);
}
