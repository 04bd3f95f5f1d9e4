using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Epw;
using Xunit.Abstractions;

namespace DigitalTwin.Verification.Weather.EpwStatistics;

/// <summary>
/// Two real weather files against statistics of their columns that were measured independently of this code (a Python script over the raw fields): temperature
/// to 0.1 / 0.01 degC, radiation to 1 kWh/m2, wind to 0.01 m/s, humidity to 1 %. Wuhan 574940: SWERA/UNEP typical year; Denver 725650: the weather of
/// ASHRAE 140-2020.
/// </summary>
public class EpwStatisticsTests(ITestOutputHelper output)
{
    [SharedDataFact]
    public void Real_files_have_the_statistics_that_others_measured()
    {
        var table = new VerificationTable();
        Check("Wuhan 574940", "CHN_HB_Wuhan-Nanhu.574940_SWERA.epw", [-5.8, 16.99, 37.0, 1479, 663, 1033, 2.24, 77]);
        Check("Denver 725650", "725650TYCST_Denver_ASHRAE140-2020.epw", [-19.4, 10.88, 40.0, 1670, 1978, 556, 3.92, 50]);
        output.WriteLine(table.ToString());
        table.AssertAll();
        table.Publish("src/DigitalTwin.Weather/README.md", "epw");
        table.Summarise("epw", "Climate files", "statistics of their raw columns made by another program");

        void Check(string name, string file, double[] published)
        {
            var problems = new ProblemList();
            var epw = EpwReader.Read(SharedData.Path("weather", file), problems);
            Assert.False(problems.HasErrors, string.Join('\n', problems));
            Assert.Equal(8760, epw.RowCount);
            var year = EpwSummary.Of(epw).Year;
            table.Add(name, "lowest temperature, degC", published[0], year.TemperatureLeast, 0.0501);
            table.Add(name, "mean temperature, degC", published[1], year.TemperatureMean, 0.00501);
            table.Add(name, "highest temperature, degC", published[2], year.TemperatureMost, 0.0501);
            table.Add(name, "global radiation, kWh/m2", published[3], year.Global, 0.501);
            table.Add(name, "direct radiation, kWh/m2", published[4], year.Direct, 0.501);
            table.Add(name, "diffuse radiation, kWh/m2", published[5], year.Diffuse, 0.501);
            table.Add(name, "wind speed, m/s", published[6], year.WindSpeed, 0.00501);
            table.Add(name, "relative humidity, %", published[7], year.RelativeHumidity, 0.501);
            foreach (var problem in problems) output.WriteLine(problem.ToString());
            using var text = new StringWriter();
            EpwSummaryText.Write(EpwSummary.Of(epw), text);
            output.WriteLine(text.ToString());
        }
    }
}
