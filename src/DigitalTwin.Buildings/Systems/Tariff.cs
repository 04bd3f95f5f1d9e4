using DigitalTwin.Buildings.Schedules;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Systems;

/// <summary>What energy costs, in the currency of the tariff per J. The defaults are round assumptions of the order of Chinese tariffs (CNY); a study sets its own.</summary>
public sealed record Tariff
{
    private const double KilowattHour = 3.6e6;

    /// <summary>Electricity from the grid by hour of the week.</summary>
    public WeekProfile Electricity { get; init; } = WeekProfile.Constant(0.6 / KilowattHour);

    /// <summary>Paid for electricity given to the grid.</summary>
    public double FeedIn { get; init; } = 0.4 / KilowattHour;

    /// <summary>Gas.</summary>
    public double Gas { get; init; } = 0.28 / KilowattHour;

    /// <summary>District heat.</summary>
    public double DistrictHeat { get; init; } = 0.25 / KilowattHour;

    internal void Check(ProblemList problems)
    {
        for (var hour = 0; hour < WeekProfile.Hours; hour++)
        {
            if (double.IsFinite(Electricity[hour])) continue;
            problems.Error("", 0, 0, $"Electricity costs {Electricity[hour]} in hour {hour} of the week; a finite number is accepted.");
            break;
        }
        if (!(FeedIn >= 0 && Gas >= 0 && DistrictHeat >= 0)) problems.Error("", 0, 0, $"Feed-in, gas and district heat cost {FeedIn}, {Gas} and {DistrictHeat} per J; values of at least 0 are accepted.");
    }
}
