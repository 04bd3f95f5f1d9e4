using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Tariffs;
using FsCheck;
using FsCheck.Fluent;
using static DigitalTwin.Mobility.Tests.Parking.Boards;
using static DigitalTwin.Mobility.Tests.Parking.MadeParking;

namespace DigitalTwin.Mobility.Tests.Parking;

public class TariffPropertyTests
{
    private static void Always(Action<PlanSource, Tariff, int, int> holds) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<int>(), (seed, at) =>
        {
            var plan = AnyPlan(new Random(seed));
            var random = new Random(at);
            holds(plan, TariffBuilder.Build(Source(plan)), random.Next(7 * 1440), random.Next(1, 4 * 1440));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_longer_stay_never_costs_less() => Always((_, tariff, arrival, stay) =>
    {
        var before = 0L;
        for (var minutes = 1; minutes <= stay; minutes += 7)
        {
            var price = tariff.Price(arrival * Minute, (arrival + minutes) * Minute, "", Clock);
            Assert.True(price >= before, $"{price} after {before}");
            before = price;
        }
    });

    [Fact]
    public void No_price_is_above_the_caps() => Always((_, tariff, arrival, stay) =>
    {
        var plan = tariff.Plans[0];
        var price = tariff.Price(arrival * Minute, (arrival + stay) * Minute, "", Clock);
        Assert.True(price <= plan.CapPerStay);
        var days = plan.Day == TariffDay.Calendar ? ((arrival + stay - 1) / 1440) - (arrival / 1440) + 1 : (stay + 1439) / 1440;
        if (plan.CapPerDay != TariffPlan.NoCap) Assert.True(price <= days * plan.CapPerDay);
    });

    [Fact]
    public void A_stay_whose_windows_are_charged_alone_costs_the_sum_of_its_parts() => Always((source, _, arrival, stay) =>
    {
        var alone = source with { Crossing = WindowCrossing.EachWindowAlone, FreeTime = 0, EntryFee = 0, CapPerDay = null, CapPerStay = null, StepsBeginAnew = false };
        if (alone.Windows!.Count == 1) return;
        var tariff = TariffBuilder.Build(Source(alone));
        var (whole, sum, from) = (tariff.Price(arrival * Minute, (arrival + stay) * Minute, "", Clock), 0L, arrival);
        for (var minute = arrival + 1; minute <= arrival + stay; minute++)
        {
            if (minute < arrival + stay && WindowAt(alone, minute) == WindowAt(alone, minute - 1)) continue;
            sum += tariff.Price(from * Minute, minute * Minute, "", Clock);
            from = minute;
        }
        Assert.Equal(whole, sum);
    });

    [Fact]
    public void A_meter_that_ticks_every_minute_shows_the_same_price() => Always((source, tariff, arrival, stay) =>
        Assert.Equal(TickingMeter(source, arrival, arrival + stay), tariff.Price(arrival * Minute, (arrival + stay) * Minute, "", Clock)));

    /// <summary>The same rules, minute by minute and without any thought of speed.</summary>
    private static long TickingMeter(PlanSource plan, int arrival, int departure)
    {
        var free = (int)(plan.FreeTime!.Value / Minute);
        if (departure - arrival <= free) return 0;
        var start = plan.FreeRule == FreeTimeRule.Deducted ? arrival + free : arrival;
        var (total, paidUntil, enteredAt, window, dayBegan) = (0m, start, start, -1, start);
        var (inDay, inWindow, stepPaid) = (0m, 0m, (Window: -1, At: -1, Step: -1));
        for (var now = start; now < departure; now++)
        {
            var calendar = plan.Day == TariffDay.Calendar;
            if (now != start && (calendar ? now % 1440 == 0 : (now - start) % 1440 == 0))
            {
                inDay = 0;
                dayBegan = now;
                if (plan.StepsBeginAnew == true) (paidUntil, stepPaid) = (now, (-1, -1, -1));
            }
            if (WindowAt(plan, now) != window)
            {
                (window, inWindow) = (WindowAt(plan, now), 0);
                if (now != start && plan.Crossing == WindowCrossing.EachWindowAlone) (paidUntil, enteredAt) = (now, now);
                if (stepPaid.Step >= 0) (paidUntil, stepPaid) = (now, (-1, -1, -1));
            }
            var prices = plan.Windows![window];
            var charge = now == start ? plan.EntryFee!.Value : 0;
            var since = Math.Max(enteredAt, plan.StepsBeginAnew == true ? dayBegan : 0);
            var step = prices.Steps.Count - 1;
            while (prices.Steps[step].From / Minute > now - since) step--;
            if (now >= paidUntil)
            {
                // An increment lasts its full time, unless a step of the window in which it began ends it: the steps of a window that comes later do not.
                var next = step + 1 < prices.Steps.Count ? since + (int)(prices.Steps[step + 1].From / Minute) : int.MaxValue;
                var increment = (int)(prices.Steps[step].Increment / Minute);
                if (increment > 0) (charge, paidUntil, stepPaid) = (charge + prices.Steps[step].Price, Math.Min(now + increment, next), (-1, -1, -1));
                else if (stepPaid != (window, since, step)) (charge, stepPaid, paidUntil) = (charge + prices.Steps[step].Price, (window, since, step), next);
            }
            charge = Math.Min(Math.Min(charge, (plan.CapPerStay ?? decimal.MaxValue) - total), Math.Min((plan.CapPerDay ?? decimal.MaxValue) - inDay, (prices.Cap ?? decimal.MaxValue) - inWindow));
            total += charge;
            inDay += charge;
            inWindow += charge;
        }
        return (long)(total * 100);
    }

    private static int WindowAt(PlanSource plan, int minute)
    {
        for (var w = 0; w < plan.Windows!.Count; w++)
            if (plan.Windows[w].When.Holds(Clock, minute * Minute)) return w;
        throw new InvalidOperationException();
    }

    private static PlanSource AnyPlan(Random random)
    {
        StepSource[] steps()
        {
            var increment = random.Next(3) switch { 0 => 0, 1 => 15, _ => 60 };
            var first = Step(0, increment * Minute, random.Next(1, 600) / 100m);
            var from = increment == 0 ? random.Next(1, 300) : increment * random.Next(1, 5);
            return random.Next(2) == 0 ? [first] : [first, Step(from * Minute, random.Next(2) == 0 ? 0 : random.Next(5, 90) * Minute, random.Next(0, 600) / 100m)];
        }

        var (morning, evening) = (random.Next(1, 700) * Minute, random.Next(701, 1439) * Minute);
        WindowSource[] windows = random.Next(3) switch
        {
            0 => [Boards.Always(steps())],
            1 => [Window(new(WeekTime.EveryDay, morning, evening), steps()), Window(new(WeekTime.EveryDay, evening, morning), steps())],
            _ => [Window(new(WeekTime.Workdays, 0, 86400), steps()), Window(new(WeekTime.Weekend, 0, evening), steps()), Window(new(WeekTime.Weekend, evening, 86400), steps())],
        };
        for (var w = 0; w < windows.Length; w++)
            if (random.Next(3) == 0) windows[w] = windows[w] with { Cap = 6 + random.Next(20) };
        var capPerDay = random.Next(2) == 0 ? 10m + random.Next(20) : (decimal?)null;
        return new PlanSource
        {
            EntryFee = random.Next(3) == 0 ? 2.5m : 0,
            FreeTime = random.Next(3) * 15 * Minute,
            FreeRule = (FreeTimeRule)random.Next(2),
            CapPerDay = capPerDay,
            CapPerStay = random.Next(4) == 0 ? 50m : null,
            Day = (TariffDay)random.Next(2),
            StepsBeginAnew = random.Next(3) == 0,
            Crossing = (WindowCrossing)random.Next(2),
            Windows = windows,
        };
    }
}
