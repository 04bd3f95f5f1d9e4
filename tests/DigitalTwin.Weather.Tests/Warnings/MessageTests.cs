using System.Text;
using System.Xml.Linq;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Stations;
using DigitalTwin.Weather.Warnings;

namespace DigitalTwin.Weather.Tests.Warnings;

public class MessageTests
{
    private static readonly DateTimeOffset At = new(2025, 7, 8, 16, 30, 0, TimeSpan.FromHours(8));
    private static readonly WarningIssuer Office = new(new("Wuhan weather office", "武汉市气象台"), "wuhan@example.org");
    private static readonly WarningSignal Rainstorm = WarningTable.National.Signals.Single(s => s.Id == "rainstorm");

    private static WarningMessage Message(WarningLevel from, WarningLevel to, double leadMinutes = 90) => Assert.Single(WarningMessage.Join(
    [
        new WarningChange(new WeatherPlace("hs", new("Hongshan", "洪山区"), 114.4, 30.5), Rainstorm, from, to, At, At.AddMinutes(leadMinutes)),
        new WarningChange(new WeatherPlace("jx", new("Jiangxia", "江夏区"), 114.3, 30.4), Rainstorm, from, to, At, At.AddMinutes(leadMinutes + 10)),
    ]));

    [Fact]
    public void A_first_signal_is_told_as_the_offices_tell_it()
    {
        var text = Message(WarningLevel.None, WarningLevel.Orange).Text(Office);
        Assert.Equal("武汉市气象台2025年07月08日16时30分发布暴雨橙色预警信号［Ⅱ级/严重］：预计洪山区、江夏区3小时内降雨量将达50毫米以上。切断低洼处室外电源，停止户外作业，撤离低洼和地下空间。", text.Zh);
        Assert.StartsWith("Wuhan weather office issues an orange rainstorm signal (II, serious) at 2025-07-08 16:30.", text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WarningLevel.Yellow, WarningLevel.Red, "将暴雨黄色预警信号升级为红色", "raises the rainstorm signal from yellow to red")]
    [InlineData(WarningLevel.Red, WarningLevel.Blue, "将暴雨红色预警信号降级为蓝色", "lowers the rainstorm signal from red to blue")]
    [InlineData(WarningLevel.Blue, WarningLevel.None, "解除暴雨蓝色预警信号", "lifts the blue rainstorm signal")]
    public void Changes_are_told_by_both_levels(WarningLevel from, WarningLevel to, string zh, string en)
    {
        var text = Message(from, to).Text(Office);
        Assert.Contains(zh, text.Zh, StringComparison.Ordinal);
        Assert.Contains(en, text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lead_is_that_of_the_first_place() => Assert.Equal(TimeSpan.FromMinutes(90), Message(WarningLevel.None, WarningLevel.Blue).Lead);

    [Fact]
    public void Cap_has_what_CAP_1_2_asks_for_in_its_order()
    {
        var first = Message(WarningLevel.None, WarningLevel.Yellow);
        var update = Message(WarningLevel.Yellow, WarningLevel.Red);
        using var memory = new MemoryStream();
        CapWriter.Write(update, Office, [first], memory);
        var alert = XDocument.Parse(Encoding.UTF8.GetString(memory.ToArray())).Root!;
        XNamespace cap = "urn:oasis:names:tc:emergency:cap:1.2";
        Assert.Equal(cap + "alert", alert.Name);
        Assert.Equal(["identifier", "sender", "sent", "status", "msgType", "scope", "references", "info", "info"], alert.Elements().Select(e => e.Name.LocalName));
        Assert.Equal(("Exercise", "Update", "2025-07-08T16:30:00+08:00"), (alert.Element(cap + "status")!.Value, alert.Element(cap + "msgType")!.Value, alert.Element(cap + "sent")!.Value));
        Assert.Equal($"wuhan@example.org,{CapWriter.Identifier(first)},2025-07-08T16:30:00+08:00", alert.Element(cap + "references")!.Value);
        var info = alert.Elements(cap + "info").First();
        Assert.Equal(
            ["language", "category", "event", "responseType", "urgency", "severity", "certainty", "eventCode", "effective", "onset", "senderName", "headline", "description", "instruction", "area", "area"],
            info.Elements().Select(e => e.Name.LocalName));
        Assert.Equal(("zh-CN", "暴雨", "Extreme", "Likely"), (info.Element(cap + "language")!.Value, info.Element(cap + "event")!.Value, info.Element(cap + "severity")!.Value, info.Element(cap + "certainty")!.Value));
        Assert.Equal("0204", info.Element(cap + "eventCode")!.Element(cap + "value")!.Value);
        Assert.Equal("30.5,114.4 0", info.Element(cap + "area")!.Element(cap + "circle")!.Value);
    }

    [Fact]
    public void A_lifted_signal_is_a_cancel_without_instruction()
    {
        using var memory = new MemoryStream();
        CapWriter.Write(Message(WarningLevel.Red, WarningLevel.None), Office, [Message(WarningLevel.None, WarningLevel.Red)], memory, isActual: true);
        var text = Encoding.UTF8.GetString(memory.ToArray());
        Assert.Contains("<msgType>Cancel</msgType>", text, StringComparison.Ordinal);
        Assert.Contains("<status>Actual</status>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<instruction>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_national_table_has_fourteen_signals_by_code_and_levels_that_grow()
    {
        var table = WarningTable.National;
        Assert.Equal(Enumerable.Range(1, 14).Select(i => i.ToString("00", null)), table.Signals.Select(s => s.Code));
        Assert.All(table.Signals, s => Assert.NotEmpty(s.At(WarningLevel.Orange)));
        Assert.All(table.Signals, s => Assert.True(s.Name.In("zh").Length > 0 && s.Prepare.En.Length > 0 && s.Act.In("zh").Length > 0));
        foreach (var signal in table.Signals)
        {
            for (var level = WarningLevel.Blue; level < WarningLevel.Red; level++)
            {
                if (signal.At(level).Count == 0 || signal.At(level + 1).Count == 0) continue;
                var (low, high) = (signal.At(level)[0][0], signal.At(level + 1)[0][0]);
                Assert.True(high.Hours <= low.Hours || signal.Id == "heat", $"{signal.Id} {level}");
            }
        }
    }

    [Fact]
    public void A_city_s_table_takes_over_what_it_does_not_change()
    {
        var pudong = WarningTable.BuiltIn.Single(t => t.Id == "shanghai-pudong");
        Assert.Equal(14, pudong.Signals.Count);
        var rainstorm = pudong.Signals.Single(s => s.Id == "rainstorm");
        Assert.Equal(3, rainstorm.At(WarningLevel.Orange).Count);
        Assert.Equal(Rainstorm.At(WarningLevel.Blue), rainstorm.At(WarningLevel.Blue));
        Assert.Equal("暴雨", rainstorm.Name.Zh);
        Assert.Equal("6小时内降雨量将达50毫米以上，或者12小时内降雨量将达100毫米以上", rainstorm.Conditions(WarningLevel.Yellow).Zh);
    }

    [Theory]
    [InlineData("""{"id":"x","name":{"en":"X","zh":"X"},"version":"1","source":"s","extends":"cma-natonal","signals":[]}""", "There is no table 'cma-natonal' to extend; there are cma-national, shanghai-pudong. Did you mean 'cma-national'?")]
    [InlineData("""{"id":"x","name":{"en":"X","zh":"X"},"version":"1","source":"s","signals":[{"id":"heat"}]}""", "'levels' is missing.")]
    [InlineData("""{"id":"x","name":{"en":"X","zh":"X"},"version":"1","source":"s","extends":"cma-national","signals":[{"id":"heat","levels":{"purple":[]}}]}""", "Unknown name 'purple'; accepted are blue, yellow, orange, red.")]
    [InlineData("""{"id":"x","name":{"en":"X","zh":"X"},"version":"1","source":"s","extends":"cma-national","signals":[{"id":"heat","levels":{"red":[[{"measure":"rain","hours":3,"limit":40}]]}}]}""", "Found 'rain'; accepted are rain-sum,")]
    [InlineData("""{"id":"x","name":{"en":"X","zh":"X"},"version":"1","source":"s","extends":"cma-national","signals":[{"id":"gale","levels":{"red":[[{"measure":"gust","hours":3,"limit":40}]]}}]}""", "Found 40; a number from 1 to 17 is accepted.")]
    public void A_broken_table_gets_a_sentence(string json, string sentence)
    {
        var problems = new ProblemList();
        WarningTableReader.Read(Encoding.UTF8.GetBytes($$"""{"tables":[{{json}}]}"""), "own.json", problems, WarningTable.BuiltIn);
        Assert.Contains(problems, p => p.Sentence.Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10.79, 5)]
    [InlineData(10.8, 6)]
    [InlineData(32.7, 12)]
    [InlineData(90, 17)]
    public void Wind_force_follows_the_scale(double speed, int force) => Assert.Equal(force, WindForce.Of(speed));
}
