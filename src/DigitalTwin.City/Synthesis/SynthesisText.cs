using System.Globalization;
using System.Text;
using DigitalTwin.Cities.Synthesis.Buildings;
using DigitalTwin.Cities.Synthesis.Traffic;
using DigitalTwin.Weather.Climate;

namespace DigitalTwin.Cities.Synthesis;

/// <summary>The texts of a synthetic map: its <c>city.yaml</c> and its <c>SOURCE.md</c>.</summary>
internal static class SynthesisText
{
    public static string CityYaml(SynthesisOptions options) => string.Create(CultureInfo.InvariantCulture, $$"""
        # A synthetic map: nothing in it exists. SOURCE.md says how it was made.
        name: {{options.Name}}
        title: { en: {{Quoted(options.TitleEn)}}, zh: {{Quoted(options.TitleZh)}} }
        place: { lon: {{options.Longitude}}, lat: {{options.Latitude}} }
        water: { file: {{MapSynthesis.WaterFile}}, crs: "EPSG:4326", population: population.csv }
        weather: { climate: {{MapSynthesis.ClimateFile}}, stations: stations.geojson }
        districts: districts.geojson
        roads: streets.geojson
        parking: { file: parking.geojson, tariffs: tariffs.yaml }
        {{(BuildingSynthesis.Fits(options) ? $"buildings: {BuildingSynthesis.FileName}\n" : "")}}{{DemandText.Yaml}}

        """).ReplaceLineEndings("\n");

    public static string Source(SynthesisOptions options, SynthesisReport report) => string.Create(CultureInfo.InvariantCulture, $"""
        # Where this map comes from

        **It is synthetic.** No street, pipe, person, station or hour of weather in it exists; names are invented from common words. It may be used
        and passed on freely (MIT, like the program that made it).

        Made by `twin map synthesize --name {options.Name} --seed {options.Seed} --size {options.Junctions} --at {options.Longitude},{options.Latitude} --title "{options.TitleEn}" --title-zh "{options.TitleZh}" --out FOLDER`;
        the same command gives the same bytes.

        | it holds | |
        |---|---|
        | extent | {report.Width / 1000:F1} km x {report.Height / 1000:F1} km |
        | quarters with a supply of their own | {report.Quarters} |
        | junctions, people | {report.Junctions}, {report.People} |
        | pipes (of them shut at zone boundaries) | {report.Pipes} ({report.ShutPipes}), {report.PipeLength / 1000:F1} km |
        | pumps, reducing valves, tanks, clear wells | {report.Pumps}, {report.Valves}, {report.Tanks}, {report.Reservoirs} |
        | mean demand | {report.MeanDemand * 86_400:F0} m3/d, {(report.People > 0 ? report.MeanDemand * 86_400_000 / report.People : 0):F0} L per person and day with shops, works and losses |
        | districts | {report.Districts} |
        | streets, gates, zones | {report.Traffic.Streets}, {report.Traffic.Gates}, {report.Traffic.Zones} |
        | lots, spaces in them (of them with a charger) | {report.Traffic.Lots}, {report.Traffic.Spaces} ({report.Traffic.Chargers}) |
        | kerb segments, bays | {report.Traffic.Kerbs}, {report.Traffic.Bays} |
        | buildings | {report.Buildings} |

        ## How it was made

        - **Streets.** A lattice with uneven rows and columns, bent and jittered; every sixth line is a main road; a lake and a hill park are left out
          and one in seven side streets is missing, while everything stays connected. Every twelfth line is a primary road with two lanes a direction,
          the other main roads are secondary ones with one; one side street in seven collects traffic, about one in twenty is one-way. Signals stand
          where main roads meet and at a third of the corners of a main road and a side street: green for 0.30, 0.27 and 0.20 of the cycle (four
          phases) or 0.55 and 0.25 (two); at some of the latter no left turn. Main roads carry 2,100 and 900 cars/h, less than a lane could: buses,
          bicycles and turning take their part. Main roads end at gates.
        - **Lots and kerbs.** By the use of land: garages under estates (for residents without a space of their own and for guests; spaces that belong to
          a household are not in the map), lots of offices with spaces kept for guests, two in five of them shared with residents at night, public lots and
          garages, and to every quarter a shopping centre, a hospital, and a metro station where one parks and rides. Each is sized for what stands at
          its fullest time times a factor by chance (0.65 to 1.15), so that some fill up. Kerbs along one side street in three among shops and offices
          (two hours at most), fewer among homes. tariffs.yaml is invented, in the shape of real boards.
        - **Buildings.** For every corner what its people, jobs and shops need (homes of 31 to 40 m2 a person, offices of 22 m2 and works of 60 m2 to a job), as rectangles in the blocks beside its
          streets: six storeys in old estates, eleven in newer ones, towers since. Residents, jobs and floors of shops sum up to those of the zones. Years, heights, names, addresses (of a province that
          does not exist) and codes are invented; one address in fifty is missing, one in thirty lacks its residential quarter, so that the report on data has something to find.
        - **Demand.** Zones of {QuarterZones.Side(options)} by {QuarterZones.Side(options)} corners with people, jobs and floors of shops; gates send and receive what the homes and jobs here do not
          balance, and through traffic. rates.csv, profiles.csv, dwell.csv, purposes.csv and groups.csv are invented and tuned so that a working day has
          two peaks with queues at signals that dissolve, offices and the station full in the morning, shops in the evening, estates at night. Who lives here and
          works elsewhere leaves in the morning (`leave`) and comes back in the evening (`home`): at midnight of the first day the lots are empty.
        - **Water.** People and land use give each corner its demands by category with hourly patterns. Pipes follow the streets. Their diameters (DN100 to
          DN1200) come from the flow of the peak hour along the cheapest ways from the pump station, and again from the tank with half of
          it, by economic velocities (0.6 to 1.3 m/s) and at most 4 m/km of friction (2.5 m/km above DN300); pipes that only close loops are one
          size below their surroundings. The tank's head is what the worst corner needs; two duty pumps and a stand-by lift from a clear well,
          controlled by the tank's level. A low zone lies behind two reducing valves, its other borders shut. The price of electricity follows
          valley, flat, peak and sharp hours.
        - **Weather.** A synthetic typical year drawn around monthly normals (DigitalTwin.Weather's TypicalYear): every month has its normal means. It has no
          rain; storms belong to scenarios.

        ## Facts used

        | fact | source |
        |---|---|
        | 180 L per person and day at home | GB 50015-2019: 130 to 300 L |
        | taps get all they ask for from 14 m of pressure | CJJ 207-2013: at least 0.14 MPa at the ends of a network |
        | monthly normals of Wuhan (temperature and its daily range, humidity, pressure, wind, radiation, cloud) | {ClimateNormals.Wuhan.Source}: means only, no hour of it is used |
        | densities of people and of demand, patterns, tariffs, terrain, jobs and shops per hectare, trips, stays, capacities, green shares, sizes of lots | plausible, ours |

        """).ReplaceLineEndings("\n");

    private static string Quoted(string text) => "\"" + new StringBuilder(text).Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}
