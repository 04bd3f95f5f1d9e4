namespace DigitalTwin.Weather.Epw;

/// <summary>The LOCATION record.</summary>
/// <param name="City">City.</param>
/// <param name="Region">State, province or region.</param>
/// <param name="Country">Country.</param>
/// <param name="Source">Where the data come from: <c>SWERA</c>, <c>TMY3</c>.</param>
/// <param name="Wmo">Number of the station, as text.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="UtcOffsetHours">Standard time of the data against UTC, h.</param>
/// <param name="Elevation">m above sea level.</param>
public sealed record EpwLocation(
    string City, string Region, string Country, string Source, string Wmo, double Latitude, double Longitude, double UtcOffsetHours, double Elevation)
{
    /// <summary>Standard time of the data against UTC.</summary>
    public TimeSpan UtcOffset => TimeSpan.FromMinutes(Math.Round(UtcOffsetHours * 60));
}

/// <summary>One set of design conditions (HEATING, COOLING, EXTREMES and their numbers), kept as text: its form depends on its source.</summary>
/// <param name="Source">Handbook and year.</param>
/// <param name="Values">The fields after the source.</param>
public sealed record EpwDesignConditions(string Source, IReadOnlyList<string> Values);

/// <summary>A typical or extreme period found by the file's maker.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind"><c>Typical</c> or <c>Extreme</c>.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
public sealed record EpwTypicalPeriod(string Name, string Kind, EpwDay First, EpwDay Last);

/// <summary>Undisturbed ground temperature at a depth; NaN where the header is blank.</summary>
/// <param name="Depth">m.</param>
/// <param name="Conductivity">W/(m K).</param>
/// <param name="Density">kg/m3.</param>
/// <param name="SpecificHeat">J/(kg K).</param>
/// <param name="Monthly">Mean of each month, degC.</param>
public sealed record EpwGroundTemperature(double Depth, double Conductivity, double Density, double SpecificHeat, IReadOnlyList<double> Monthly);

/// <summary>A holiday of the HOLIDAYS record.</summary>
public sealed record EpwHoliday(string Name, EpwDay Day);

/// <summary>The HOLIDAYS/DAYLIGHT SAVINGS record.</summary>
/// <param name="LeapYearObserved">Whether 29 February belongs to the data.</param>
/// <param name="DaylightSavingStart">First day of daylight saving, or none. The data themselves are in standard time.</param>
/// <param name="DaylightSavingEnd">Last day of daylight saving, or none.</param>
/// <param name="Holidays">Holidays.</param>
public sealed record EpwCalendar(bool LeapYearObserved, EpwDay DaylightSavingStart, EpwDay DaylightSavingEnd, IReadOnlyList<EpwHoliday> Holidays);

/// <summary>A DATA PERIODS entry.</summary>
/// <param name="Name">Its name.</param>
/// <param name="StartsOn">Day of the week of its first day.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
/// <param name="FirstRow">Index of its first data row.</param>
/// <param name="RowCount">How many data rows it has.</param>
public sealed record EpwDataPeriod(string Name, DayOfWeek StartsOn, EpwDay First, EpwDay Last, int FirstRow, int RowCount);
