using System.Text;
using DigitalTwin.Buildings.Use;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Buildings.Tests.Use;

public sealed class UseProfilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("uses").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_use_has_a_week_of_people_and_water_of_mean_one()
    {
        foreach (var use in Enum.GetValues<BuildingUse>())
        {
            var profile = UseProfiles.Shipped[use];
            Assert.Equal(use, profile.Use);
            Assert.Equal(168, Enumerable.Range(0, 168).Sum(h => profile.Water[h]), 1e-9);
            Assert.All(Enumerable.Range(0, 168), h => Assert.True(profile.HeatingSetPoint[h] < profile.CoolingSetPoint[h]));
            Assert.True(profile.HotWaterPerPerson <= profile.WaterPerPerson);
        }
    }

    [Fact]
    public void A_planners_file_replaces_what_it_names()
    {
        var problems = new ProblemList();
        var uses = UseProfiles.Read(
            Write("v.csv", "use,quantity,value,unit,source\nOffice,lighting,7.5,W/m2,survey\nOffice,heating-carrier,district-heat,,survey\n"),
            Write("h.csv", $"use,quantity,days,{string.Join(',', Enumerable.Range(0, 24))},source\nOffice,heating,weekend{string.Concat(Enumerable.Repeat(",15", 24))},survey\n"), problems);
        Assert.Empty(problems);
        Assert.Equal(7.5, uses[BuildingUse.Office].LightingPower);
        Assert.Equal(DigitalTwin.Buildings.Systems.Carrier.DistrictHeat, uses[BuildingUse.Office].HeatingCarrier);
        Assert.Equal(15, uses[BuildingUse.Office].HeatingSetPoint[130]);
        Assert.Equal(UseProfiles.Shipped[BuildingUse.Office].HeatingSetPoint[10], uses[BuildingUse.Office].HeatingSetPoint[10]);
        Assert.Equal(UseProfiles.Shipped[BuildingUse.Retail].LightingPower, uses[BuildingUse.Retail].LightingPower);
    }

    [Theory]
    [InlineData("Ofice,lighting,7,W/m2,s", "The use is 'Ofice'", "Did you mean 'Office'?")]
    [InlineData("Office,lightning,7,W/m2,s", "The quantity is 'lightning'", "Did you mean 'lighting'?")]
    [InlineData("Office,lighting,bright,W/m2,s", "lighting is 'bright'", "a number from 0 to 1000 is accepted")]
    [InlineData("Office,lighting,-3,W/m2,s", "lighting is '-3'", "a number from 0")]
    [InlineData("Office,lighting,7,W,s", "The unit of lighting is 'W'", "'W/m2' is accepted")]
    [InlineData("Office,heating-carrier,gaz,,s", "The heating-carrier is 'gaz'", "Did you mean 'gas'?")]
    [InlineData("Office,lighting,7", "The row has 3 fields", "has 5")]
    public void Every_mistake_of_a_row_has_its_sentence(string row, string found, string accepted)
    {
        var problems = new ProblemList();
        UseProfiles.Read(Write("v.csv", $"use,quantity,value,unit,source\n{row}\n"), null, problems);
        var problem = Assert.Single(problems);
        Assert.Equal(2, problem.Line);
        Assert.Contains(found, problem.Sentence, StringComparison.Ordinal);
        Assert.Contains(accepted, problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_that_are_none_and_hours_out_of_range_are_told_together()
    {
        var problems = new ProblemList();
        UseProfiles.Read(null, Write("h.csv", $"use,quantity,days,{string.Join(',', Enumerable.Range(0, 24))},source\nOffice,occupancy,workday,1.5{string.Concat(Enumerable.Repeat(",0", 23))},s\n"), problems);
        Assert.Equal(2, problems.ErrorCount);
        Assert.Contains("Did you mean 'workdays'?", problems[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("occupancy is '1.5'; a number from 0 to 1", problems[1].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_files_are_read_or_refused_and_never_crash()
    {
        var (random, sound) = (new KeyedRandom(7), Enumerable.Range(0, 30).Select(i => $"Office,{(i % 2 == 0 ? "lighting" : "water")},{i},{(i % 2 == 0 ? "W/m2" : "L/d")},\"a, b\"").Prepend("use,quantity,value,unit,source"));
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', sound));
        for (var variant = 0UL; variant < 400; variant++)
        {
            var damaged = (byte[])bytes.Clone();
            for (var hit = 0UL; hit < 6; hit++) damaged[random.Below(damaged.Length, hit, variant)] = (byte)random.Below(256, 100 + hit, variant);
            var path = Path.Combine(folder, "damaged.csv");
            File.WriteAllBytes(path, damaged);
            var problems = new ProblemList();
            Assert.NotNull(UseProfiles.Read(path, path, problems));
            Assert.True(problems.HasErrors);
        }
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
