using DigitalTwin.Buildings.Districts;

namespace DigitalTwin.Buildings;

/// <summary>What its owner, its grid or a scenario has set of one building (<see cref="BuildingsState.SetControl"/>); a value without references, so that a state is copied and written with it.</summary>
public readonly record struct BuildingControl
{
    /// <summary>As the building stands, under its use's schedules.</summary>
    /// <param name="use">Use.</param>
    public BuildingControl(BuildingUse use) => Use = use;

    /// <summary>Use: a change of use changes people, schedules and plant.</summary>
    public BuildingUse Use { get; init; }

    /// <summary>False before it is built and after it is demolished: nobody is in it, nothing runs.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>False while the grid is down: no heating, cooling, light, equipment, hot water and photovoltaics.</summary>
    public bool IsPowered { get; init; } = true;

    /// <summary>Heating set-point at all hours, °C; NaN for the schedule's.</summary>
    public double HeatingSetPoint { get; init; } = double.NaN;

    /// <summary>Added to the heating set-point, K.</summary>
    public double HeatingOffset { get; init; }

    /// <summary>Cooling set-point at all hours, °C; NaN for the schedule's.</summary>
    public double CoolingSetPoint { get; init; } = double.NaN;

    /// <summary>Added to the cooling set-point, K: a demand response raises it.</summary>
    public double CoolingOffset { get; init; }

    /// <summary>Share of light and equipment that runs, 0 to 1: what is left after a part of the load is shed.</summary>
    public double LoadFactor { get; init; } = 1;

    /// <summary>Multiplies the people of the schedule.</summary>
    public double PeopleFactor { get; init; } = 1;

    /// <summary>People who are there whatever the schedule says, as trips counted them; NaN for the schedule's.</summary>
    public double People { get; init; } = double.NaN;

    /// <summary>Share of the wanted water that comes, 0 to 1.</summary>
    public double WaterSupply { get; init; } = 1;

    /// <summary>Installed photovoltaics, W; NaN for what the building has.</summary>
    public double Photovoltaics { get; init; } = double.NaN;

    /// <summary>What of the envelope was renewed.</summary>
    public Retrofit Retrofit { get; init; } = Retrofit.None;

    /// <summary>The first thing that is wrong, one sentence; null when nothing is.</summary>
    public string? Mistake() =>
        !Enum.IsDefined(Use) ? $"The use is {Use}; {string.Join(", ", Enum.GetNames<BuildingUse>())} are accepted."
        : Outside(HeatingSetPoint, -50, 60) ? $"The heating set-point is {HeatingSetPoint} °C; -50 to 60 °C are accepted."
        : Outside(CoolingSetPoint, -50, 100) ? $"The cooling set-point is {CoolingSetPoint} °C; -50 to 100 °C are accepted."
        : !(Math.Abs(HeatingOffset) <= 50 && Math.Abs(CoolingOffset) <= 50) ? $"The set-points are moved by {HeatingOffset} K and {CoolingOffset} K; -50 to 50 K are accepted."
        : !(LoadFactor is >= 0 and <= 1) ? $"A share of {LoadFactor} of the load runs; 0 to 1 is accepted."
        : !(PeopleFactor is >= 0 and < 1e6) ? $"The people are multiplied by {PeopleFactor}; a number of at least 0 is accepted."
        : Outside(People, 0, 1e7) ? $"{People} people are there; a number of at least 0 is accepted."
        : !(WaterSupply is >= 0 and <= 1) ? $"A share of {WaterSupply} of the water comes; 0 to 1 is accepted."
        : Outside(Photovoltaics, 0, 1e12) ? $"Photovoltaics of {Photovoltaics} W are installed; a value of at least 0 is accepted."
        : Outside(Retrofit.Wall, 0.01, 20) || Outside(Retrofit.Roof, 0.01, 20) || Outside(Retrofit.Floor, 0.01, 20) || Outside(Retrofit.Window, 0.01, 20)
            ? $"A renewed element has a transmittance of {Retrofit.Wall}, {Retrofit.Roof}, {Retrofit.Floor} or {Retrofit.Window} W/(m² K); 0.01 to 20 are accepted."
        : Outside(Retrofit.SolarFactor, 0, 1) ? $"The renewed glass has a solar factor of {Retrofit.SolarFactor}; 0 to 1 is accepted."
        : Outside(Retrofit.Infiltration, 0, 50) ? $"The renewed envelope leaks {Retrofit.Infiltration} volumes per hour; 0 to 50 are accepted."
        : null;

    /// <summary>NaN stands for nothing set and is inside every range.</summary>
    private static bool Outside(double value, double least, double most) => value < least || value > most;
}
