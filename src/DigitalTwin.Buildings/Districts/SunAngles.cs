namespace DigitalTwin.Buildings.Districts;

/// <summary>Where the sun stands.</summary>
/// <param name="Altitude">Above the horizon, degrees.</param>
/// <param name="Azimuth">Clockwise from north, degrees, [0, 360).</param>
internal readonly record struct SunAngles(double Altitude, double Azimuth)
{
    /// <summary>In the middle of a step: Spencer's declination and equation of time (1971), as in Duffie and Beckman, chapter 1.</summary>
    public static SunAngles Middle(BuildingsOptions options, double from, double seconds)
    {
        const double degree = Math.PI / 180;
        var utc = options.Clock.Start.UtcDateTime.AddSeconds(from + (seconds / 2));
        var b = 2 * Math.PI * (utc.DayOfYear - 1 + (utc.TimeOfDay.TotalDays - 0.5)) / 365;
        var declination = 0.006918 - (0.399912 * Math.Cos(b)) + (0.070257 * Math.Sin(b)) - (0.006758 * Math.Cos(2 * b)) + (0.000907 * Math.Sin(2 * b)) - (0.002697 * Math.Cos(3 * b)) + (0.00148 * Math.Sin(3 * b));
        var equation = 229.18 * (0.000075 + (0.001868 * Math.Cos(b)) - (0.032077 * Math.Sin(b)) - (0.014615 * Math.Cos(2 * b)) - (0.040849 * Math.Sin(2 * b)));
        var hour = ((utc.TimeOfDay.TotalMinutes + equation + (4 * options.Longitude)) / 4 - 180) * degree;
        var latitude = options.Latitude * degree;
        var sine = (Math.Sin(latitude) * Math.Sin(declination)) + (Math.Cos(latitude) * Math.Cos(declination) * Math.Cos(hour));
        var east = -Math.Cos(declination) * Math.Sin(hour);
        var north = (Math.Cos(latitude) * Math.Sin(declination)) - (Math.Sin(latitude) * Math.Cos(declination) * Math.Cos(hour));
        var azimuth = Math.Atan2(east, north) / degree;
        return new(Math.Asin(Math.Clamp(sine, -1, 1)) / degree, azimuth < 0 ? azimuth + 360 : azimuth);
    }
}
