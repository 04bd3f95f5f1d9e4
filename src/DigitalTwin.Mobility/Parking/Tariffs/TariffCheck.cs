using System.Globalization;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Parking.Tariffs;

/// <summary>Finds what is wrong with one tariff, after <c>like:</c> was followed: a sentence for each mistake, where it was made and not in its heirs.</summary>
internal sealed class TariffCheck(TariffSource tariff, TariffSource filled, IReadOnlyCollection<string> groups, ProblemList problems)
{
    private const double LongestTime = 366 * 86400.0;
    private const decimal LargestAmount = 1_000_000m;
    private bool sound = true;

    public bool IsSound()
    {
        if (tariff.Currency is { } currency && (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper)))
            Say(tariff.Place, $"'{currency}' is no currency; it takes the three capital letters of ISO 4217: CNY, EUR.");
        Check(tariff.Plan, filled.Plan);
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var plan in tariff.GroupPlans)
        {
            if (plan.Groups.Count == 0) Say(plan.Place, $"A plan of the tariff '{tariff.Id}' is for no group; name its groups, or write its prices into the tariff itself.");
            foreach (var group in plan.Groups)
            {
                if (!groups.Contains(group)) Say(plan.Place, $"'{group}' is no group of drivers and no permit.{NearestName.Hint(group, groups)}");
                if (!named.Add(group)) Say(plan.Place, $"The tariff '{tariff.Id}' has two plans for '{group}'; which one holds?");
            }
            Check(plan, TariffInheritance.Fill(plan, filled.Plan));
        }
        return sound;
    }

    private void Check(PlanSource plan, PlanSource whole)
    {
        var place = plan.Place.Line > 0 ? plan.Place : tariff.Place;
        Amount(place, "An entry fee", plan.EntryFee);
        Amount(place, "A cap per stay", plan.CapPerStay);
        Amount(place, "A cap per day", plan.CapPerDay);
        Time(place, "Free time", plan.FreeTime ?? 0);
        if (plan.Charging is { } charging)
        {
            Amount(charging.Place, "The price of a kilowatt hour", charging.PerKilowattHour);
            Amount(charging.Place, "The price of an idle minute", charging.PerIdleMinute);
            Time(charging.Place, "The grace after charging", charging.Grace);
        }
        foreach (var window in plan.Windows ?? []) Check(window);
        if (plan.Windows is not null || plan.CapPerDay is not null || plan.CapPerStay is not null)
            foreach (var step in (whole.Windows ?? []).SelectMany(w => w.Steps))
            {
                Above(step, whole.CapPerDay, "per day");
                Above(step, whole.CapPerStay, "per stay");
            }
        if (plan.Windows is { Count: > 0 } windows && !tariff.IsTorn) new WeekCoverage(windows, tariff.Id).Tell(place, Say);
        if (ReferenceEquals(plan, tariff.Plan) && tariff.Like is null && plan.Windows is not { Count: > 0 } && !tariff.IsTorn)
            Say(place, $"The tariff '{tariff.Id}' has no prices; give it steps, or say which tariff it is like.");
        if ((plan.CapPerStay is not null || plan.CapPerDay is not null) && whole.CapPerStay is { } stay && whole.CapPerDay is { } day && stay < day)
            Say(place, $"The cap per stay, {Money(stay)}, is below the cap per day, {Money(day)}: the latter is never reached.");
    }

    private void Check(WindowSource window)
    {
        Amount(window.Place, "A cap", window.Cap);
        if (window.When.Days is 0 or > WeekTime.EveryDay) Say(window.Place, "The prices hold on no day of the week.");
        if (window.When.From is not (>= 0 and < 86400) || window.When.Until is not (> 0 and <= 86400))
            Say(window.Place, "Times of day go from 00:00 to 24:00.");
        if (window.Steps.Count == 0) Say(window.Place, "These hours have no price; a free time has one step with the price 0.");
        for (var i = 0; i < window.Steps.Count; i++)
        {
            var step = window.Steps[i];
            Amount(step.Place, "A price", step.Price);
            Time(step.Place, "The beginning of a step", step.From);
            Time(step.Place, "An increment", step.Increment);
            if (i == 0 && step.From != 0) Say(step.Place, $"The first step begins at {Length(step.From)} of stay; it must begin at 0.");
            if (i > 0) Follows(window.Steps[i - 1], step);
            Above(step, window.Cap, "of these hours");
        }
    }

    private void Follows(StepSource before, StepSource step)
    {
        if (step.From <= before.From)
        {
            Say(step.Place, $"A step from {Length(step.From)} follows one from {Length(before.From)}; steps go by ascending length of stay.");
            return;
        }
        if (before.Increment <= 0) return;
        var increments = (step.From - before.From) / before.Increment;
        var (less, more) = (before.From + (Math.Max(1, Math.Floor(increments)) * before.Increment), before.From + (Math.Ceiling(increments) * before.Increment));
        if (Math.Abs(increments - Math.Round(increments)) > 1e-9)
            Say(step.Place, $"A step from {Length(step.From)} begins within an increment of {Length(before.Increment)} of the step before; begin it at {Length(less)}{(less < more ? $" or {Length(more)}" : "")}.");
    }

    private void Above(StepSource step, decimal? cap, string which)
    {
        if (cap is { } most and >= 0 && most < step.Price)
            Say(step.Place, $"The cap {which}, {Money(most)}, is below the price of a single step, {Money(step.Price)}.");
    }

    private void Amount(SourcePlace place, string what, decimal? amount)
    {
        if (amount is not { } a) return;
        if (a < 0) Say(place, $"{what} of {Money(a)} is negative; it takes 0 or more.");
        else if (a > LargestAmount) Say(place, $"{what} of {Money(a)} is more than {Money(LargestAmount)}.");
        else if (a * 100 != decimal.Truncate(a * 100)) Say(place, $"{what} of {Money(a)} is finer than a hundredth; amounts have two decimals at most.");
    }

    private void Time(SourcePlace place, string what, double seconds)
    {
        if (!(seconds is >= 0 and <= LongestTime)) Say(place, $"{what} of {seconds.ToString(CultureInfo.InvariantCulture)} s is not between 0 and a year.");
        else if (seconds is > 0 and < 1) Say(place, $"{what} of {seconds.ToString(CultureInfo.InvariantCulture)} s is shorter than a second.");
    }

    private void Say(SourcePlace place, string sentence)
    {
        sound = false;
        problems.Error(place.File ?? tariff.Place.File ?? "", place.Line, place.Column, sentence);
    }

    private string Money(decimal amount) => $"{amount.ToString(CultureInfo.InvariantCulture)} {filled.Currency ?? "CNY"}";

    private static string Length(double seconds) =>
        seconds % 3600 == 0 && seconds > 0 ? $"{(seconds / 3600).ToString(CultureInfo.InvariantCulture)} h" : $"{(seconds / 60).ToString("0.###", CultureInfo.InvariantCulture)} min";
}
