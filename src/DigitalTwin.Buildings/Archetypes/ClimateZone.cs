namespace DigitalTwin.Buildings.Archetypes;

/// <summary>Zones of thermal design of buildings of GB 50176-2016 (from memory; see <see cref="ClimateZones"/> for the rule).</summary>
public enum ClimateZone
{
    /// <summary>严寒: Harbin.</summary>
    SevereCold,

    /// <summary>寒冷: Beijing.</summary>
    Cold,

    /// <summary>夏热冬冷, hot summer and cold winter: Wuhan, Shanghai, Chongqing.</summary>
    HotSummerColdWinter,

    /// <summary>夏热冬暖, hot summer and warm winter: Guangzhou, Shenzhen.</summary>
    HotSummerWarmWinter,

    /// <summary>温和: Kunming.</summary>
    Mild,
}
