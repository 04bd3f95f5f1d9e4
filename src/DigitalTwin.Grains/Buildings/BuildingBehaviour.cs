using System.Runtime.CompilerServices;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Twins;

namespace DigitalTwin.Grains.Buildings;

/// <summary>
/// A building's meters. Every property that ends in <c>-register</c> is a cumulative register; between two readings of it the twin derives what was used
/// (<c>energy-register</c> gives <c>energy-used</c>, at the instant of the later reading). Only readings that come in order count, so that the sum of what was used is the register's advance.
/// </summary>
internal sealed class BuildingBehaviour : TwinBehaviour
{
    public static readonly BuildingBehaviour Only = new();
    private const string Register = "-register", Used = "-used", Ended = "-register-ended";
    private static readonly string[] All = ["exchange-meter"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> CommandsOf(string asset) => All;

    /// <inheritdoc/>
    public override void TakeOver(Twin twin, in Newest older, Observation o, Draft draft)
    {
        if (!o.Property.EndsWith(Register, StringComparison.Ordinal) || o.Text is not null) return;
        var (meter, conflict) = (o.Property[..^Register.Length], "conflict:" + o.Property);
        var (at, begin) = (Micros.Of(o.ObservedAt), ExchangedTo(twin, meter, older.ObservedAt));
        var (step, used) = begin is { } first
            ? (MeterStep.Forward, first.Before + Math.Max(0, o.Value - first.Begin))
            : MeterReading.Between(older.Value, o.Value, twin.Site.Assets.Attribute(twin.Asset, o.Property + "-span"));
        if (step != MeterStep.Exchange)
        {
            twin.Derive(meter + Used, used, at, draft);
            twin.Alerts.Clear(draft, conflict, o.ObservedAt);
            return;
        }
        twin.Alerts.Raise(draft, AlertText.Conflict(twin.Asset, o.Property, Severity.Minor, o.Value, at, new(
            $"The register of {meter} fell from {AlertText.Number(older.Value)} to {AlertText.Number(o.Value)}: the meter was exchanged or set back, and what was used since {AlertText.Time(older.ObservedAt)} is not known. 'exchange-meter' says what the old one ended at.",
            $"{meter} 表底数由 {AlertText.Number(older.Value)} 降至 {AlertText.Number(o.Value)}：表计已更换或清零，自 {AlertText.Time(older.ObservedAt)} 起的用量未知。请用 exchange-meter 说明旧表止数。")));
    }

    /// <inheritdoc/>
    public override Deed? Do(Twin twin, Command command, Draft draft)
    {
        if (command.Name != "exchange-meter") return null;
        var meter = command.Words.GetValueOrDefault("meter") ?? "";
        ref var register = ref twin.Known(meter + Register);
        if (!Names.IsName(meter + Register) || Unsafe.IsNullRef(ref register)) return Deed.Refused($"There is no register '{Names.Shown(meter)}{Register}'; 'meter' is a word such as 'energy'.");
        var (ended, begins, last) = (command.Arguments.GetValueOrDefault("ended", double.NaN), command.Arguments.GetValueOrDefault("begins", 0), register.Value);
        if (!(ended >= last)) return Deed.Refused($"'ended' is what the old meter showed at its end, at least its last reading {AlertText.Number(last)}; found {(double.IsNaN(ended) ? "nothing" : AlertText.Number(ended))}.");
        if (!(begins >= 0)) return Deed.Refused($"'begins' is what the new meter showed at its start, 0 or more; found {AlertText.Number(begins)}.");
        twin.Tell(meter + Ended, begins, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ended - last:R}"), command.Requester, draft);
        return Deed.Done($"The old meter of {meter} ended at {AlertText.Number(ended)}, the new one begins at {AlertText.Number(begins)}; the next reading counts from there.");
    }

    /// <summary>What was used up to an exchange after the last reading, and where the new meter began; null when nobody said that it was exchanged.</summary>
    private static (double Before, double Begin)? ExchangedTo(Twin twin, string meter, long after)
    {
        ref var ended = ref twin.Known(meter + Ended);
        if (Unsafe.IsNullRef(ref ended) || ended.ObservedAt <= after || ended.Text is null) return null;
        return double.TryParse(ended.Text, System.Globalization.CultureInfo.InvariantCulture, out var before) ? (before, ended.Value) : null;
    }
}
