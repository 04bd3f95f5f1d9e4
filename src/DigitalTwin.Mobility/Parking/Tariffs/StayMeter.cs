namespace DigitalTwin.Mobility.Parking.Tariffs;

/// <summary>Runs through the charges of one stay in the order in which they fall due. Times are local, in ms since a Sunday's midnight; money is in hundredths.</summary>
internal ref struct StayMeter(TariffPlan plan, WeekWindows week, long start)
{
    private long paid, paidInDay, paidInWindow;
    private long dayEnd = long.MinValue, windowBegin = long.MaxValue;

    /// <summary>What has fallen due from the start until before an instant that is after the arrival.</summary>
    public long Read(long until)
    {
        var alone = plan.Crossing == WindowCrossing.EachWindowAlone;
        var t = start;
        while (t < until && paid < plan.CapPerStay)
        {
            var prices = week.At(t, out var begin, out var end);
            var dayBegin = EnterDay(t);
            if (begin != windowBegin) (windowBegin, paidInWindow) = (begin, 0);
            if (t == start) Charge(plan.EntryFee, prices.Cap);

            var origin = start;
            if (alone) origin = Math.Max(origin, begin);
            if (plan.StepsBeginAnew) origin = Math.Max(origin, dayBegin);
            var step = prices.StepAt(t - origin);

            // Where a step, and with it an increment that has begun, ends at the latest.
            var limit = step + 1 < prices.From.Length ? origin + prices.From[step + 1] : long.MaxValue;
            if (alone) limit = Math.Min(limit, end);
            if (plan.StepsBeginAnew) limit = Math.Min(limit, dayEnd);
            var (increment, price) = (prices.Increment[step], prices.Price[step]);
            if (increment == 0)
            {
                Charge(price, prices.Cap);
                t = Math.Min(limit, end);
                continue;
            }

            // All increments that begin before anything changes are charged at once.
            var change = Math.Min(Math.Min(until, limit), Math.Min(end, dayEnd));
            var begun = (change - t + increment - 1) / increment;
            Charge(begun * price, prices.Cap);
            t = Math.Min(t + (begun * increment), limit);
        }
        return paid;
    }

    /// <summary>Begins a new day when the last is over; returns the beginning of the day.</summary>
    private long EnterDay(long t)
    {
        var first = plan.Day == TariffDay.Calendar ? 0 : start;
        if (t >= dayEnd)
        {
            var days = Math.DivRem(t - first, WeekWindows.Day, out var rest);
            dayEnd = first + ((rest < 0 ? days : days + 1) * WeekWindows.Day);
            paidInDay = 0;
        }
        return dayEnd - WeekWindows.Day;
    }

    private void Charge(long amount, long windowCap)
    {
        amount = Math.Min(Math.Min(amount, plan.CapPerStay - paid), Math.Min(plan.CapPerDay - paidInDay, windowCap - paidInWindow));
        paid += amount;
        paidInDay += amount;
        paidInWindow += amount;
    }
}
