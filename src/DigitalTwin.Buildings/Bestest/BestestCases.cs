using DigitalTwin.Buildings.Envelope;

namespace DigitalTwin.Buildings.Bestest;

/// <summary>The cases as the standard builds them on one another.</summary>
internal static class BestestCases
{
    public static IReadOnlyList<BestestCase> Make()
    {
        BestestCase low = Case("600", "low mass", BestestRoom.Of(BestestMass.Low)), high = Case("900", "high mass", BestestRoom.Of(BestestMass.High));
        return
        [
            Case("195", "solid conduction", BestestRoom.Solid()) with { Gains = 0, Temperatures = (20, 20), Options = low.Options with { InnerEmittance = 0.1 } },
            .. Series(low, BestestMass.Low, "6"),
            .. Series(high, BestestMass.High, "9"),
            .. Floating(low, "6"),
            Case("680", "low mass, more insulation", BestestRoom.Of(BestestMass.Low, insulated: true)),
            Case("680FF", "low mass, more insulation, free float", BestestRoom.Of(BestestMass.Low, insulated: true)) with { FreeFloat = true },
            .. Floating(high, "9"),
            Case("980", "high mass, more insulation", BestestRoom.Of(BestestMass.High, insulated: true)),
            Case("980FF", "high mass, more insulation, free float", BestestRoom.Of(BestestMass.High, insulated: true)) with { FreeFloat = true },
        ];
    }

    private static BestestCase Case(string name, string title, ThermalZone zone) => new() { Name = name, Title = title, Zone = zone };

    private static BestestCase[] Series(BestestCase basis, BestestMass mass, string digit) =>
    [
        basis,
        Case($"{digit}10", $"{basis.Title}, overhang to the south", BestestRoom.Of(mass, shaded: true)),
        Case($"{digit}20", $"{basis.Title}, windows to east and west", BestestRoom.Of(mass, eastAndWest: true)),
        Case($"{digit}30", $"{basis.Title}, windows to east and west with overhangs and fins", BestestRoom.Of(mass, eastAndWest: true, shaded: true)),
        basis with { Name = $"{digit}40", Title = $"{basis.Title}, set back at night", Setback = true },
        basis with { Name = $"{digit}50", Title = $"{basis.Title}, ventilated at night", NightVentilation = true },
    ];

    private static BestestCase[] Floating(BestestCase basis, string digit) =>
    [
        basis with { Name = $"{digit}00FF", Title = $"{basis.Title}, free float", FreeFloat = true },
        basis with { Name = $"{digit}50FF", Title = $"{basis.Title}, free float, ventilated at night", FreeFloat = true, NightVentilation = true },
    ];
}
