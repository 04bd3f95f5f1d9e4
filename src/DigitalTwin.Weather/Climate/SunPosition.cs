namespace DigitalTwin.Weather.Climate;

/// <summary>How high the sun stands, well enough to share a month's radiation out over its hours (about half a degree).</summary>
public static class SunPosition
{
    /// <summary>
    /// (Y20) Mean over an hour of the sine of the sun's altitude, 0 at night: sin h = sin f sin d + cos f cos d cos w, with the declination of Cooper (1969)
    /// d = 23.45° sin(360° (284 + n) / 365) and the equation of time of Spencer (1971), as in Duffie and Beckman, <i>Solar Engineering of Thermal Processes</i>, ch. 1.
    /// </summary>
    /// <param name="dayOfYear">n, 1 to 366.</param>
    /// <param name="hour">Begin of the hour in standard time, h.</param>
    /// <param name="latitude">f, degrees north.</param>
    /// <param name="longitude">Degrees east.</param>
    /// <param name="utcOffsetHours">Standard time against UTC, h.</param>
    public static double MeanSine(int dayOfYear, double hour, double latitude, double longitude, double utcOffsetHours)
    {
        const double degree = Math.PI / 180;
        const int parts = 12;
        var declination = 23.45 * degree * Math.Sin(360.0 * (284 + dayOfYear) / 365 * degree);
        var b = (dayOfYear - 1) * 360.0 / 365 * degree;
        var equation = 229.2 * (0.000075 + (0.001868 * Math.Cos(b)) - (0.032077 * Math.Sin(b)) - (0.014615 * Math.Cos(2 * b)) - (0.04089 * Math.Sin(2 * b)));
        var solar = hour + ((4 * (longitude - (15 * utcOffsetHours))) + equation) / 60;
        var (a, c) = (Math.Sin(latitude * degree) * Math.Sin(declination), Math.Cos(latitude * degree) * Math.Cos(declination));
        double sum = 0;
        for (var k = 0; k < parts; k++) sum += Math.Max(0, a + (c * Math.Cos((solar + ((k + 0.5) / parts) - 12) * 15 * degree)));
        return sum / parts;
    }
}
