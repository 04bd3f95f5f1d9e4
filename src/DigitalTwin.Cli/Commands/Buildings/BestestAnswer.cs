using System.CommandLine;
using System.Globalization;
using DigitalTwin.Buildings.Bestest;
using DigitalTwin.Cities.Climate;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Epw;

namespace DigitalTwin.Cli.Commands.Buildings;

/// <summary><c>twin buildings simulate --bestest CASE</c>: cases of ASHRAE 140, section 5.2, by the detailed model and by 5R1C.</summary>
internal sealed class BestestAnswer
{
    public required string Weather { get; init; }

    public List<Row> Rows { get; } = [];

    /// <summary>A case by a model: kWh, kW, °C.</summary>
    public sealed record Row(string Case, string Title, string Model, double HeatingKwh, double CoolingKwh, double PeakHeatingKw, double PeakCoolingKw, double Lowest, double Highest, double Mean);

    /// <summary>Runs the case that is named, or <c>all</c>; null when something is wrong, with its sentences.</summary>
    public static BestestAnswer? Run(ParseResult parsed, SimulateOptions options, ProblemList problems, CancellationToken cancellation)
    {
        var word = parsed.GetValue(options.Bestest)!;
        string[] names = ["all", .. BestestCase.All.Select(c => c.Name)];
        var cases = BestestCase.All.Where(c => word == "all" || string.Equals(c.Name, word, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (cases.Length == 0) problems.Error("", 0, 0, $"--bestest is '{word}'; {string.Join(", ", names)} are accepted.{NearestName.Hint(word, names)}");
        var path = parsed.GetValue(options.Weather);
        if (path is null) problems.Error("", 0, 0, "--bestest needs the weather of the standard: --weather 725650TYCST.epw.");
        var epw = path is null ? null : EpwReader.Read(path, problems);
        if (problems.HasErrors || epw is null) return null;
        if (BestestClimate.Of(epw, problems) is not { } weather) return null;
        var answer = new BestestAnswer { Weather = Path.GetFileName(path!) };
        var model = parsed.GetValue(options.Model);
        foreach (var one in cases)
        {
            if (model != SimulateOptions.Simple) answer.Add(one, SimulateOptions.Detailed, BestestRun.Detailed(one, weather, cancellation));
            if (model != SimulateOptions.Detailed) answer.Add(one, SimulateOptions.Simple, BestestRun.Simple(one, weather, cancellation));
        }
        return answer;
    }

    public void Write(TextWriter to)
    {
        to.WriteLine($"ASHRAE 140-2020, section 5.2, weather {Weather}; heating and cooling kWh, peaks kW, temperatures degC");
        to.WriteLine($"{"case",-8}{"model",-10}{"heating",10}{"cooling",10}{"peak h",8}{"peak c",8}{"lowest",8}{"highest",9}{"mean",7}");
        foreach (var r in Rows)
            to.WriteLine($"{r.Case,-8}{r.Model,-10}{r.HeatingKwh,10:N0}{r.CoolingKwh,10:N0}{r.PeakHeatingKw,8:N2}{r.PeakCoolingKw,8:N2}{r.Lowest,8:N1}{r.Highest,9:N1}{r.Mean,7:N1}");
    }

    /// <summary>Writes bestest.csv into a folder.</summary>
    public void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        using var to = File.CreateText(Path.Combine(folder, "bestest.csv"));
        to.WriteLine("case,model,heating_kWh,cooling_kWh,peak_heating_kW,peak_cooling_kW,lowest_degC,highest_degC,mean_degC");
        foreach (var r in Rows)
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{r.Case},{r.Model},{r.HeatingKwh:R},{r.CoolingKwh:R},{r.PeakHeatingKw:R},{r.PeakCoolingKw:R},{r.Lowest:R},{r.Highest:R},{r.Mean:R}"));
    }

    private void Add(BestestCase one, string model, in BestestYear y) => Rows.Add(new(one.Name, one.Title, model, y.Heating, y.Cooling, y.PeakHeating, y.PeakCooling, y.Lowest, y.Highest, y.Mean));
}
