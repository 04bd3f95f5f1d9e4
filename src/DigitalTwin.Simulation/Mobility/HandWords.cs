using DigitalTwin.Mobility;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>What the scenario does to roads and parking, in a sentence.</summary>
internal static class HandWords
{
    /// <summary>The sentence about one target; an empty one for the whole city.</summary>
    /// <param name="action">What is done.</param>
    /// <param name="target">To what.</param>
    /// <param name="stands">At its end, whether another of the kind still stands.</param>
    /// <param name="left">Lanes or spaces that there are now; NaN where that is not the question.</param>
    public static LocalizedText Sentence(DueAction action, string target, bool stands, double left = double.NaN)
    {
        var id = target[(target.LastIndexOf('/') + 1)..];
        var (en, zh) = action.Name switch
        {
            "close" => ("is closed", "关闭"),
            "open" => ("is opened", "开放"),
            "cut" => ("is cut in both directions", "双向封闭"),
            "regulate" => Regulated(action),
            "limit" => ($"is limited to {Number(action, "speed") * 3.6:0.#} km/h", $"限速 {Number(action, "speed") * 3.6:0.#} km/h"),
            "retime" => ($"has green for {Number(action, "green"):0.#} % of the time", $"绿信比改为 {Number(action, "green"):0.#} %"),
            "resize" => Resized(action, left),
            "share" => ($"lets in '{Word(action, "with")}'", $"向“{Word(action, "with")}”开放"),
            "reserve" => ($"keeps {Plural.Of((long)Number(action, "spaces"), "space")} for '{Word(action, "for")}'", $"为“{Word(action, "for")}”预留 {Number(action, "spaces"):0} 个泊位"),
            "reprice" => action.Words.TryGetValue("tariff", out var tariff) ? ($"charges the tariff '{tariff}'", $"收费改为“{tariff}”") : ($"charges {Number(action, "factor"):0.##} times as much", $"收费调整为 {Number(action, "factor"):0.##} 倍"),
            "crowd" => ($"draws a crowd of {Plural.Of((long)Number(action, "cars"), "car")}", $"吸引 {Number(action, "cars"):0} 辆车"),
            _ when action.Values.TryGetValue("informed", out var share) => ($"Guidance informs {share:0.#} % of the drivers", $"停车诱导惠及 {share:0.#} % 的驾驶人"),
            _ => ("Guidance tells drivers how many spaces are free", "停车诱导发布空位信息"),
        };
        if (action.Undo) return Ended(action, id, zh, stands, left);
        return id.Length > 0 ? new($"{id} {en}.", $"{id} {zh}。") : new($"{en}.", $"{zh}。");
    }

    /// <summary>What becomes of the trips of buildings that are demolished.</summary>
    public static LocalizedText Gone(string[] assets, WithdrawnTrips trips)
    {
        var (id, id2) = assets.Length == 1 ? (assets[0][(assets[0].LastIndexOf('/') + 1)..] is var one ? (one + " is", one + " ") : default) : ($"{assets.Length} buildings are", $"{assets.Length} 栋建筑");
        return trips is { NotBegun: 0, TurnedRound: 0, Left: 0, GoOn: 0 }
            ? new($"{id} gone: no trip to or from there was left in the day.", $"{id2}已拆除：当日无往来出行。")
            : new($"{id} gone: {Plural.Of(trips.NotBegun, "trip")} to or from there {Plural.For(trips.NotBegun, "is", "are")} not begun, {Plural.Of(trips.TurnedRound, "driver turns", "drivers turn")} round, {Plural.Of(trips.Left, "who was there leaves", "who were there leave")}{(trips.GoOn > 0 ? $", {Plural.Of(trips.GoOn, "finds no way home and goes on", "find no way home and go on")}" : "")}.",
                $"{id2}已拆除：{trips.NotBegun} 次往来出行取消，{trips.TurnedRound} 辆车折返，{trips.Left} 辆停放车辆离开{(trips.GoOn > 0 ? $"，{trips.GoOn} 辆无路返回而继续前行" : "")}。");
    }

    private static LocalizedText Ended(DueAction action, string id, string zh, bool stands, double left)
    {
        if (id.Length == 0) return stands ? new("The end of 'guide'; another still stands.", "一项停车诱导结束，另有诱导继续。") : new("Guidance is as before.", "停车诱导恢复原状。");
        var (now, now2) = double.IsNaN(left) ? ("", "") : ($", {left:0.##} now", $"，现为 {left:0.##}");
        var (others, others2) = stands ? ("; another still stands", "，另有事件仍有效") : ("", "");
        return new($"{id}: the end of '{action.Name}'{now}{others}.", $"{id}：{zh}结束{now2}{others2}。");
    }

    private static (string En, string Zh) Resized(DueAction action, double left) =>
        action.Values.TryGetValue("lanes", out var lanes) ? ($"has {lanes:0.##} {Plural.For(lanes, "lane", "lanes")}", $"车道数改为 {lanes:0.##}")
        : action.Values.TryGetValue("spaces", out var spaces) ? ($"has {Plural.Of((long)spaces, "space")}", $"泊位数改为 {spaces:0}")
        : action.Values.TryGetValue("fewer", out var fewer) ? Fewer(action.Undo, fewer, left)
        : ($"has {Number(action, "factor"):0.##} times its size", $"规模调整为 {Number(action, "factor"):0.##} 倍");

    private static (string En, string Zh) Regulated(DueAction action)
    {
        var (hours, group) = (Word(action, "hours"), Word(action, "for"));
        var (en, zh) = action.Values.TryGetValue("stay", out var stay) ? ($"lets cars stand for at most {stay / 60:0.##} min", $"限停 {stay / 60:0.##} 分钟") : ($"has the policy '{Word(action, "activity")}'", $"规定改为“{Word(action, "activity")}”");
        return (en + (group.Length > 0 ? $" ('{group}')" : "") + (hours.Length > 0 ? $", {hours}" : ""), zh + (group.Length > 0 ? $"（“{group}”）" : "") + (hours.Length > 0 ? $"，{hours}" : ""));
    }

    private static (string En, string Zh) Fewer(bool ends, double fewer, double left) => ends ? ("", $"占用 {fewer:0.##} ")
        : ($"loses {fewer:0.##} to a site, {left:0.##} left", $"被施工占用 {fewer:0.##}，余 {left:0.##}");

    private static double Number(DueAction action, string name) => action.Values.GetValueOrDefault(name);

    private static string Word(DueAction action, string name) => action.Words.GetValueOrDefault(name, "");
}
