using DigitalTwin.Cli.Terminals;
using DigitalTwin.Client.Files;
using DigitalTwin.Client.Telemetry;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cli.Worlds;

/// <summary>What became of a file of observations.</summary>
internal sealed class FeedTally(string file, string world, ObservationReader reader, SenderTotals totals, Refusals refusals)
{
    public long Records { get; set; }

    public double Seconds { get; set; }

    public object ToJson() => new
    {
        File = file, World = world, Records, totals.Accepted, totals.OutOfOrder, totals.Duplicates, Refused = refusals.Count, totals.Repeated, reader.Ignored, Seconds,
    };

    public void Write(Terminal terminal)
    {
        terminal.Out.WriteLine(terminal.Say(
            $"{file} → {world}: {Plural.Of(Records, "observation")} in {Seconds:0.0} s ({Words.Count((long)(Records / Math.Max(Seconds, 1e-3)))}/s)",
            $"{file} → {world}：{Words.Count(Records)} 条观测，用时 {Seconds:0.0} 秒（{Words.Count((long)(Records / Math.Max(Seconds, 1e-3)))} 条/秒）"));
        var grid = new Grid("", "", "");
        grid.Add(terminal.Say("accepted", "接受"), Words.Count(totals.Accepted), "");
        grid.Add(terminal.Say("out of order", "迟到"), Words.Count(totals.OutOfOrder), totals.OutOfOrder == 0 ? "" : terminal.Say("in the history; newer values stood", "已入历史；已有更新的值"));
        grid.Add(terminal.Say("duplicates", "重复"), Words.Count(totals.Duplicates), totals.Duplicates == 0 ? "" : terminal.Say("known before, not kept again", "此前已有，不再保存"));
        grid.Add(terminal.Say("refused", "拒绝"), Words.Count(refusals.Count), "");
        grid.Write(terminal.Out, "  ");
        if (reader.Ignored.Count > 0) terminal.Out.WriteLine(terminal.Say($"  not read: {string.Join(", ", reader.Ignored)}", $"  未读取：{string.Join("、", reader.Ignored)}"));
    }
}
