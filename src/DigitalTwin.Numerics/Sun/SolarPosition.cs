namespace DigitalTwin.Numerics.Sun;

/// <summary>
/// Where the sun's centre stands as seen from a place, without refraction, as a direction of length 1. Good to 0.01° between 1950 and 2050
/// (Meeus, <i>Astronomical Algorithms</i>, 2nd ed. 1998, chapters 12, 22 and 25, "low accuracy"; the terms are those of NOAA's solar calculator).
/// </summary>
/// <param name="East">Component to the east.</param>
/// <param name="North">Component to the north.</param>
/// <param name="Up">Component upwards: the sine of the altitude.</param>
/// <param name="Distance">To the sun, astronomical units.</param>
public readonly record struct SolarPosition(double East, double North, double Up, double Distance)
{
    /// <summary>Radiation at 1 astronomical unit, W/m² (Kopp and Lean 2011, doi:10.1029/2010GL045777).</summary>
    public const double SolarConstant = 1360.8;

    private const double Degree = Math.PI / 180;

    /// <summary>Terrestrial time less universal time in the 2020s, days: 69 s, in which the sun moves 0.0008°.</summary>
    private const double TimeCorrection = 69.0 / 86400;

    private static readonly DateTime Epoch = new(2000, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>Above the horizon, degrees.</summary>
    public double Altitude => Math.Asin(Math.Clamp(Up, -1, 1)) / Degree;

    /// <summary>Clockwise from north, degrees, [0, 360).</summary>
    public double Azimuth => Math.Atan2(East, North) is var a && a < 0 ? (a / Degree) + 360 : a / Degree;

    /// <summary>Whether its centre is above the horizon.</summary>
    public bool IsUp => Up > 0;

    /// <summary>Radiation above the atmosphere on a plane that faces the sun, W/m².</summary>
    public double Extraterrestrial => SolarConstant / (Distance * Distance);

    /// <summary>Days since 1 January 2000, 12:00 UT.</summary>
    public static double Day(DateTimeOffset instant) => (instant.UtcDateTime - Epoch).TotalDays;

    /// <summary>At an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="latitude">Degrees north.</param>
    /// <param name="longitude">Degrees east.</param>
    public static SolarPosition At(DateTimeOffset instant, double latitude, double longitude) => At(Day(instant), latitude, longitude);

    /// <summary>At an instant given in days since 1 January 2000, 12:00 UT.</summary>
    public static SolarPosition At(double day, double latitude, double longitude)
    {
        // Angles in degrees. T centuries of terrestrial time, L mean longitude, M mean anomaly, C equation of centre, node of the moon's orbit.
        var T = (day + TimeCorrection) / 36525;
        var L = 280.46646 + (T * (36000.76983 + (0.0003032 * T)));
        var M = Degree * (357.52911 + (T * (35999.05029 - (0.0001537 * T))));
        var e = 0.016708634 - (T * (0.000042037 + (0.0000001267 * T)));
        var C = ((1.914602 - (T * (0.004817 + (0.000014 * T)))) * Math.Sin(M)) + ((0.019993 - (0.000101 * T)) * Math.Sin(2 * M)) + (0.000289 * Math.Sin(3 * M));
        var node = Degree * (125.04 - (1934.136 * T));
        var nutation = -0.00478 * Math.Sin(node);

        // Apparent longitude and obliquity give right ascension and declination.
        var longitudeOfSun = Degree * (L + C - 0.00569 + nutation);
        var obliquity = Degree * (23.4392911 - (0.0130042 * T) + (0.00256 * Math.Cos(node)));
        var ascension = Math.Atan2(Math.Cos(obliquity) * Math.Sin(longitudeOfSun), Math.Cos(longitudeOfSun));
        var sinDeclination = Math.Sin(obliquity) * Math.Sin(longitudeOfSun);
        var cosDeclination = Math.Sqrt(1 - (sinDeclination * sinDeclination));
        var distance = 1.000001018 * (1 - (e * e)) / (1 + (e * Math.Cos(M + (Degree * C))));

        // Sidereal time turns them to the place's hour angle.
        var sidereal = (280.46061837 + (360.98564736629 * day)) % 360 + (nutation * Math.Cos(obliquity));
        var hour = (Degree * (sidereal + longitude)) - ascension;
        double sinLatitude = Math.Sin(Degree * latitude), cosLatitude = Math.Cos(Degree * latitude);
        return new(
            -cosDeclination * Math.Sin(hour),
            (sinDeclination * cosLatitude) - (cosDeclination * sinLatitude * Math.Cos(hour)),
            (sinDeclination * sinLatitude) + (cosDeclination * cosLatitude * Math.Cos(hour)),
            distance);
    }

    /// <summary>
    /// Where the sun stands at the middle of the sunlit part of an interval of up to a few hours: with it, an hour's mean of direct radiation falls on surfaces from where it came, at sunrise and sunset too.
    /// At the middle of the interval (and below the horizon) where no part is sunlit.
    /// </summary>
    /// <param name="begin">Begin of the interval, days since 1 January 2000, 12:00 UT.</param>
    /// <param name="seconds">Its length, s.</param>
    /// <param name="latitude">Degrees north.</param>
    /// <param name="longitude">Degrees east.</param>
    public static SolarPosition MeanOver(double begin, double seconds, double latitude, double longitude)
    {
        const int Parts = 6;
        var length = seconds / 86400;
        double first = double.NaN, last = double.NaN, before = 0;
        for (var k = 0; k <= Parts; k++)
        {
            var up = At(begin + (length * k / Parts), latitude, longitude).Up;
            if (up > 0)
            {
                if (double.IsNaN(first)) first = k == 0 ? 0 : k - (up / (up - before));
                last = k;
            }
            else if (k > 0 && before > 0) last = k - 1 + (before / (before - up));
            before = up;
        }
        var middle = double.IsNaN(first) ? 0.5 : (first + last) / (2 * Parts);
        return At(begin + (length * middle), latitude, longitude);
    }
}
