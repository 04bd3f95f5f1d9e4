using DigitalTwin.Grains.Twins;

namespace DigitalTwin.Grains.Tests.Twins;

/// <summary>Memory is the whole process's, so nothing else runs beside this.</summary>
[CollectionDefinition(nameof(TwinSizeTests), DisableParallelization = true)]
[Collection(nameof(TwinSizeTests))]
public class TwinSizeTests
{
    [Fact]
    public void A_twin_with_three_properties_takes_less_than_600_bytes()
    {
        const int Twins = 20_000;
        var site = new Story().Twin.Site;
        var kept = new Twin[Twins];
        Fill(site, kept, 1);
        var before = GC.GetTotalMemory(true);
        Fill(site, kept, Twins);
        var each = (GC.GetTotalMemory(true) - before) / Twins;
        Assert.True(each <= 600, $"{each} bytes a twin");
        GC.KeepAlive(kept);
    }

    private static void Fill(TwinSite site, Twin[] kept, int count)
    {
        for (var i = 0; i < count; i++)
        {
            kept[i] = new(site, "water/junction/J-1", Grains.WaterAssets.WaterAssetBehaviour.Fixed, Story.Nothing);
            var draft = new Draft("water/junction/J-1", Micros.Of(Story.Start));
            foreach (var property in new[] { "pressure", "demand", "quality" }) kept[i].Take(new("water/junction/J-1", property, i, Story.Start, "scada"), draft);
        }
    }
}
