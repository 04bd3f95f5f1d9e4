using System.Text;
using DigitalTwin.Buildings.Archetypes;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Tests.Archetypes;

public class ArchetypeTableTests
{
    [Fact]
    public void Every_use_year_and_climate_has_an_archetype()
    {
        foreach (var use in Enum.GetValues<BuildingUse>())
            foreach (var zone in Enum.GetValues<ClimateZone>())
                foreach (var year in new[] { 1900, 1990, 2005, 2012, 2018, 2025 })
                {
                    var archetype = ArchetypeTable.Shipped.Find(use, year, zone);
                    Assert.Equal((use, zone), (archetype.Use, archetype.Zone));
                    Assert.True(archetype.From <= year);
                    Assert.Equal(17, archetype.Sources.Count);
                }
    }

    [Fact]
    public void Newer_buildings_lose_no_more_heat_than_older_ones()
    {
        foreach (var group in ArchetypeTable.Shipped.All.GroupBy(a => (a.Use, a.Zone)))
        {
            var band = group.ToArray();
            for (var i = 1; i < band.Length; i++)
                Assert.True(band[i].WallU <= band[i - 1].WallU && band[i].RoofU <= band[i - 1].RoofU && band[i].WindowU <= band[i - 1].WindowU, $"{band[i].Id} after {band[i - 1].Id}");
        }
    }

    [Fact]
    public void The_wall_of_JGJ_134_2010_has_its_sourced_limit() =>
        Assert.Equal(1.0, ArchetypeTable.Shipped.Find(BuildingUse.Residential, 2015, ClimateZone.HotSummerColdWinter).WallU);

    [Theory]
    [InlineData(1671, 239, ClimateZone.HotSummerColdWinter)] // Wuhan
    [InlineData(1716, 126, ClimateZone.HotSummerColdWinter)] // Shanghai
    [InlineData(1103, 183, ClimateZone.HotSummerColdWinter)] // Chongqing
    [InlineData(2790, 71, ClimateZone.Cold)] // Beijing
    [InlineData(391, 282, ClimateZone.HotSummerWarmWinter)] // Guangzhou
    [InlineData(5418, 8, ClimateZone.SevereCold)] // Harbin
    [InlineData(1100, 0, ClimateZone.Mild)] // Kunming
    public void Degree_days_tell_the_climate_zone(double heating, double cooling, ClimateZone zone) => Assert.Equal(zone, ClimateZones.Of(heating, cooling));

    [Fact]
    public void Degree_days_are_sums_over_daily_means()
    {
        var hours = new double[72 + 5];
        Array.Fill(hours, 8, 0, 24);
        Array.Fill(hours, 20, 24, 24);
        Array.Fill(hours, 30, 48, 24);
        Assert.Equal((10, 4), ClimateZones.DegreeDays(hours) is var (h, c) ? (Math.Round(h, 9), Math.Round(c, 9)) : default);
    }

    [Fact]
    public void A_planners_row_overrules_what_it_names_and_nothing_else()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, ArchetypeTable.Header + "\noffice,2010,2014,hscw,0.77,,,,,,,,,,,,,,,,,measured\n");
            var problems = new ProblemList();
            var table = ArchetypeTable.Shipped.With(path, problems);
            Assert.Empty(problems);
            var (ours, shipped) = (table.Find(BuildingUse.Office, 2012, ClimateZone.HotSummerColdWinter), ArchetypeTable.Shipped.Find(BuildingUse.Office, 2012, ClimateZone.HotSummerColdWinter));
            Assert.Equal((0.77, shipped.RoofU, "measured"), (ours.WallU, ours.RoofU, ours.Sources["wall"]));
            Assert.Equal(shipped.WallU, table.Find(BuildingUse.Office, 2008, ClimateZone.HotSummerColdWinter).WallU);
            Assert.Equal(ArchetypeTable.Shipped.Find(BuildingUse.Office, 2016, ClimateZone.HotSummerColdWinter).WallU, table.Find(BuildingUse.Office, 2016, ClimateZone.HotSummerColdWinter).WallU);
            Assert.Equal("office-2010-hscw", ours.Id);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("ofice,,,hscw,1,,,,,,,,,,,,,,,,,me", "Did you mean 'office'?")]
    [InlineData("office,,,hsc,1,,,,,,,,,,,,,,,,,me", "'hsc' is no climate zone; severe-cold, cold, hscw, hsww, mild and * are accepted. Did you mean 'hscw'?")]
    [InlineData("office,20,,hscw,1,,,,,,,,,,,,,,,,,me", "'20' is not a year from 1000 to 3000.")]
    [InlineData("office,2010,2001,hscw,1,,,,,,,,,,,,,,,,,me", "The years 2010 to 2001 are none.")]
    [InlineData("office,,,hscw,-1,,,,,,,,,,,,,,,,,me", "'wall' is a number from 0.05 to 10; found '-1'.")]
    [InlineData("office,,,hscw,,,,,1.2,,,,,,,,,,,,,me", "'g' is a number from 0.01 to 1; found '1.2'.")]
    [InlineData("office,,,hscw,,,,,,,hevy,,,,,,,,,,,me", "'hevy' is no class of heat capacity; very-light, light, medium, heavy, very-heavy are accepted. Did you mean 'heavy'?")]
    [InlineData("office,,,hscw,,,,,,,,,,,,,2.5,,,,,me", "'storeys' is a whole number from 1 to 200; found '2.5'.")]
    [InlineData("office,,,hscw,1,,,,,,,,,,,,,,,,,", "The row has no source; 'assumption' and why is one.")]
    [InlineData("office,,,hscw,,,,,,,,,,,,,,,,,,me", "The row has no value.")]
    [InlineData(",,,hscw,1,,,,,,,,,,,,,,,,,me", "The row names no use; '*' is any.")]
    [InlineData("office,,,hscw,1,me", "The row has 6 fields;")]
    public void A_mistake_in_a_data_file_has_its_sentence(string row, string sentence)
    {
        var problems = new ProblemList();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(ArchetypeTable.Header + "\n" + row + "\n"));
        Assert.Null(ArchetypeTable.Read(stream, "mine.csv", problems));
        Assert.Contains(problems, p => p.Line == 2 && p.Sentence.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_leaves_gaps_names_them()
    {
        var problems = new ProblemList();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(ArchetypeTable.Header + "\n*,,,*,1,1,1,2,0.5,0.5,heavy,0,0,0,0,3,2,20,0,0.8,,me\n"));
        Assert.Null(ArchetypeTable.Read(stream, "mine.csv", problems));
        Assert.Contains(problems, p => p.Sentence == "No row says 'roof_for_pv' of office-always-hscw.");
    }
}
