using System.Globalization;

namespace DigitalTwin.Cities.Synthesis.Traffic;

/// <summary>The tables of a synthetic map's demand: what a planner would supply, here invented.</summary>
internal static class DemandText
{
    /// <summary>What <c>city.yaml</c> says of demand.</summary>
    public const string Yaml = "demand: { zones: zones.geojson, gates: gates.geojson, rates: rates.csv, profiles: profiles.csv, purposes: purposes.csv, dwell: dwell.csv, groups: groups.csv, deterrence: { by: time, exponential: 0.05 1/min } }";

    /// <summary>Cars a day by use of land. A gate's numbers are cars a day.</summary>
    public static string Rates { get; } = string.Create(CultureInfo.InvariantCulture, $"""
        purpose,land_use,attribute,amount,produces,attracts,days,source
        work,*,people,1,{CarRates.WorkPerPerson},0,mon-fri,invented
        work,*,jobs,1,0,{CarRates.WorkPerJob},mon-fri,invented
        work,gate,commuters,1,1,0,mon-fri,invented
        leave,*,people,1,{CarRates.HomePerPerson},0,mon-fri,invented
        leave,gate,residents,1,0,1,mon-fri,invented
        home,*,people,1,0,{CarRates.HomePerPerson},mon-fri,invented
        home,gate,residents,1,1,0,mon-fri,invented
        shopping,*,people,1,0.03,0,mon-fri,invented
        shopping,*,shop_area,100,0,{CarRates.ShoppingPerArea},mon-fri,invented
        shopping,gate,shoppers,1,1,0,mon-fri,invented
        shopping,*,people,1,0.045,0,sat sun,invented
        shopping,*,shop_area,100,0,{1.5 * CarRates.ShoppingPerArea},sat sun,invented
        shopping,gate,shoppers,1,1.5,0,sat sun,invented
        leisure,*,people,1,0.016,0,,invented
        leisure,*,shop_area,100,0,{CarRates.LeisurePerArea},,invented
        business,*,jobs,1,{0.5 * CarRates.BusinessPerJob},{CarRates.BusinessPerJob},mon-fri,invented
        business,gate,guests,1,1,0,mon-fri,invented

        """);

    /// <summary>Rates of what only larger maps have.</summary>
    public static string RatesOfPlaces { get; } = string.Create(CultureInfo.InvariantCulture, $"""
        hospital,*,beds,1,0,{CarRates.HospitalPerBed},,invented
        hospital,*,people,1,0.006,0,,invented
        hospital,gate,patients,1,1,0,,invented
        ride,*,riders,1,0,1,mon-fri,invented
        ride,*,people,1,0.0012,0,mon-fri,invented
        ride,gate,riders,1,1,0,mon-fri,invented

        """);

    /// <summary>When in the day trips depart.</summary>
    public static string Profiles { get; } = Table("purpose,from,until,share", [
        ("work", "06:30 0.06 07:00 0.16 07:30 0.24 08:00 0.24 08:30 0.16 09:00 0.09 10:00 0.05 13:30"),
        ("leave", "06:30 0.10 07:00 0.26 07:30 0.30 08:00 0.20 08:30 0.14 09:30"),
        ("home", "16:30 0.10 17:00 0.24 18:00 0.30 19:00 0.20 20:00 0.12 22:00 0.04 23:00"),
        ("shopping", "09:00 0.06 10:00 0.16 12:00 0.12 13:30 0.20 15:30 0.26 17:30 0.14 19:00 0.06 20:30"),
        ("leisure", "11:00 0.14 12:30 0.06 17:00 0.50 19:00 0.26 20:30 0.04 21:30"),
        ("business", "08:30 0.22 10:00 0.24 11:30 0.06 13:30 0.28 15:30 0.20 17:00"),
        ("hospital", "07:00 0.14 08:00 0.36 10:00 0.22 12:00 0.06 13:30 0.16 15:30 0.06 18:00"),
        ("ride", "06:30 0.20 07:00 0.50 08:00 0.25 09:00 0.05 10:00"),
        ("through", "00:00 0.04 06:00 0.05 07:00 0.09 08:00 0.09 09:00 0.17 12:00 0.16 15:00 0.12 17:00 0.13 19:00 0.09 21:00 0.06 24:00"),
    ]);

    /// <summary>Who drives back.</summary>
    public const string Purposes = "purpose,returns,share\nwork,1,1\nleave,0,0\nhome,1,1\nshopping,1,1\nleisure,1,1\nbusiness,1,1\nhospital,1,1\nride,1,0\nthrough,0,0\n";

    /// <summary>How long cars stay.</summary>
    public const string Dwell = """
        purpose,distribution,mean_min,deviation_min,source
        work,lognormal,520,75,invented
        leave,none,,,leaves the map
        home,lognormal,690,60,invented
        shopping,lognormal,80,50,invented
        leisure,lognormal,120,45,invented
        business,gamma,75,45,invented
        hospital,lognormal,110,60,invented
        ride,lognormal,600,60,invented
        through,none,,,leaves the map

        """;

    /// <summary>Who drives what for.</summary>
    public const string Groups = "purpose,group,share\nwork,commuters,1\nride,commuters,1\nleave,residents,1\nhome,residents,1\nshopping,shoppers,1\nleisure,shoppers,1\n*,visitors,1\n";

    private static string Table(string header, (string Purpose, string Bands)[] rows)
    {
        var lines = new List<string> { header };
        foreach (var (purpose, bands) in rows)
        {
            var words = bands.Split(' ');
            for (var i = 0; i + 2 < words.Length; i += 2) lines.Add($"{purpose},{words[i]},{words[i + 2]},{words[i + 1]}");
        }
        return string.Join('\n', lines) + "\n";
    }
}
