using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Water;

/// <summary>What the scenario does to a network, in a sentence.</summary>
internal static class WaterWords
{
    /// <summary>The sentence about one target.</summary>
    /// <param name="action">What is done.</param>
    /// <param name="id">To what.</param>
    /// <param name="stands">At its end, whether another event still holds the same.</param>
    public static LocalizedText Sentence(DueAction action, string id, bool stands)
    {
        var (en, zh) = action.Name switch
        {
            "burst" => ("bursts", "爆管"),
            "isolate" => ("is isolated", "被隔离"),
            "repair" => ("is repaired", "修复"),
            "close" => ("is closed", "关闭"),
            "open" => ("is opened", "开启"),
            "trip" => ("trips", "故障停机"),
            "start" => ("is started", "启动"),
            "set" => ("is set", "改变设定"),
            "demand" => ("changes its demand", "用水变化"),
            "fire" => ("feeds hydrants", "消防取水"),
            _ => ("is given a level", "水位设定"),
        };
        if (!action.Undo) return new($"{id} {en}.", $"{id} {zh}。");
        return stands ? new($"{id}: the end of '{action.Name}'; another event still holds.", $"{id}：{zh}结束，另有事件仍有效。") : new($"{id}: the end of '{action.Name}'.", $"{id}：{zh}结束。");
    }
}
