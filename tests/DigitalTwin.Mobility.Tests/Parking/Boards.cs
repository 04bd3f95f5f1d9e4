using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Mobility.Tests.Parking;

/// <summary>Boards in the manner of Chinese cities, with invented prices, as sources of tariffs.</summary>
internal static class Boards
{
    public const double Minute = 60, Hour = 3600;

    public static StepSource Step(double from, double increment, decimal price, int line = 0) => new(new SourcePlace("board.yaml", line), from, increment, price);

    public static WindowSource Window(WeekTime when, params StepSource[] steps) => new(new SourcePlace("board.yaml", 5), when, steps);

    public static WindowSource Always(params StepSource[] steps) => Window(WeekTime.Always, steps);

    public static TariffSource Source(PlanSource plan, string id = "board") => new() { Id = id, Plan = plan, Place = new SourcePlace("board.yaml", 1, 3) };

    /// <summary>A garage: 15 minutes free, or charged from the first; 07:30 to 20:00 4 CNY for the first hour, then 1.50 per quarter begun; 5 CNY a night; at most 40 CNY in 24 hours.</summary>
    public static Tariff Garage { get; } = TariffBuilder.Build(new TariffSource
    {
        Id = "garage",
        Title = new LocalizedText("Garage (invented)", "地下车库（虚构）"),
        Plan = new PlanSource
        {
            FreeTime = 15 * Minute,
            FreeRule = FreeTimeRule.LostWhenExceeded,
            CapPerDay = 40,
            Windows =
            [
                Window(new(WeekTime.EveryDay, 7.5 * Hour, 20 * Hour), Step(0, Hour, 4), Step(Hour, 15 * Minute, 1.5m)),
                Window(new(WeekTime.EveryDay, 20 * Hour, 7.5 * Hour), Step(0, 0, 5)),
            ],
        },
        GroupPlans = [new PlanSource { Groups = ["residents"], CapPerDay = 10 }],
    }, "residents");

    /// <summary>A kerb: workdays 07:30 to 19:30 15 CNY for the first hour and 10 per half hour begun after it; free at night and at weekends; each time of day is charged alone.</summary>
    public static Tariff Kerb { get; } = TariffBuilder.Build(Source(new PlanSource
    {
        Crossing = WindowCrossing.EachWindowAlone,
        Windows =
        [
            Window(new(WeekTime.Workdays, 7.5 * Hour, 19.5 * Hour), Step(0, Hour, 15), Step(Hour, 30 * Minute, 10)),
            Window(new(WeekTime.Workdays, 19.5 * Hour, 24 * Hour), Step(0, 0, 0)),
            Window(new(WeekTime.Workdays, 0, 7.5 * Hour), Step(0, 0, 0)),
            Window(new(WeekTime.Weekend, 0, 24 * Hour), Step(0, 0, 0)),
        ],
    }));
}
