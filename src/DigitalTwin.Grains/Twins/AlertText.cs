using System.Globalization;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Grains.Twins;

/// <summary>The sentences of alerts.</summary>
internal static class AlertText
{
    public static Alert Crossed(string asset, Threshold t, in Newest newest, long since)
    {
        var (value, limit, unit) = (Number(newest.Value), Number(t.Limit), UnitOf(asset, t.Property));
        var (en, zh) = t.Side == Side.Above ? ("above", "高于") : ("below", "低于");
        return new(asset, t.Name, AlertKind.Threshold, t.Severity, newest.Property, newest.Value, Micros.Instant(since), new(
            $"{newest.Property} is {value}{unit}, {en} {limit}{unit} since {Time(since)}.",
            $"{newest.Property} 为 {value}{unit}，自 {Time(since)} 起{zh} {limit}{unit}。"));
    }

    public static Alert Silent(string asset, string rule, Staleness s, in Newest newest, long since) =>
        new(asset, rule, AlertKind.Silent, Severity.Moderate, s.Property, newest.Value, Micros.Instant(since), new(
            $"{s.Property} has been silent for {Span(s.SilentAfter!.Value)}: {newest.Source} last said {Said(asset, newest)} at {Time(newest.ObservedAt)}.",
            $"{s.Property} 已 {Span(s.SilentAfter!.Value)} 无数据：{newest.Source} 最后一次在 {Time(newest.ObservedAt)} 上报 {Said(asset, newest)}。"));

    public static Alert Stuck(string asset, string rule, in Newest newest) =>
        new(asset, rule, AlertKind.Stuck, Severity.Moderate, newest.Property, newest.Value, Micros.Instant(newest.SameSince), new(
            $"{newest.Property} may be stuck: {newest.Source} has said {Said(asset, newest)} since {Time(newest.SameSince)}.",
            $"{newest.Property} 可能卡滞：{newest.Source} 自 {Time(newest.SameSince)} 起一直上报 {Said(asset, newest)}。"));

    public static Alert Conflict(string asset, string property, Severity severity, double value, long at, LocalizedText text) =>
        new(asset, "conflict:" + property, AlertKind.Conflict, severity, property, value, Micros.Instant(at), text);

    public static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    public static string Time(long micros) => Micros.Instant(micros).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string Span(TimeSpan time) =>
        time.TotalDays >= 2 ? Number(Math.Round(time.TotalDays, 1)) + " d"
        : time.TotalHours >= 2 ? Number(Math.Round(time.TotalHours, 1)) + " h"
        : time.TotalMinutes >= 2 ? Number(Math.Round(time.TotalMinutes, 1)) + " min" : Number(time.TotalSeconds) + " s";

    private static string Said(string asset, in Newest newest) => newest.Text ?? Number(newest.Value) + UnitOf(asset, newest.Property);

    private static string UnitOf(string asset, string property) =>
        Vocabulary.Of(asset).Find(property) is { Unit.Length: > 0 } known ? " " + known.Unit : "";
}
