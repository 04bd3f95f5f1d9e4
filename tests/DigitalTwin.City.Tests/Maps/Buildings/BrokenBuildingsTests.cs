using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Tests.Maps.Buildings;

/// <summary>Every mistake has its sentence, and the rest is still read.</summary>
public class BrokenBuildingsTests
{
    [Theory]
    [InlineData("buildings: footprint.geojson", "The map's folder has no file 'footprint.geojson'. Did you mean 'footprints.geojson'?")]
    [InlineData("buildings: ../footprints.geojson", "leads out of the map's folder")]
    [InlineData("buildings: []", "as in 'buildings: buildings.city.json'; found an empty list.")]
    [InlineData("buildings: footprints.shp", "'footprints.shp' ends like no file of buildings")]
    [InlineData("buildings: { year: 2000 }", "'buildings' names no 'file' and no 'files'.")]
    [InlineData("buildings: { files: footprints.geojson }", "'files' is a list of files")]
    [InlineData("buildings: { files: [[x]] }", "A file of buildings is a name or a group of keys")]
    [InlineData("buildings: { files: [{ place: [114, 30] }] }", "A file of buildings names no 'file'.")]
    [InlineData("buildings: { files: [footprints.geojson, footprints.geojson] }", "The file 'footprints.geojson' stands twice under 'buildings'.")]
    [InlineData("buildings: { file: footprints.geojson, precedence: [ifk] }", "'ifk' is no format; ifc, cityjson, citygml, geojson, csv are accepted. Did you mean 'ifc'?")]
    [InlineData("buildings: { file: footprints.geojson, precedence: [csv, csv] }", "'csv' stands twice in the precedence.")]
    [InlineData("buildings: { file: footprints.geojson, precedence: csv }", "'precedence' is a list of formats")]
    [InlineData("buildings: { file: footprints.geojson, climate-zone: hscv }", "'hscv' is no climate zone; severe-cold, cold, hscw, hsww, mild are accepted. Did you mean 'hscw'?")]
    [InlineData("buildings: { file: footprints.geojson, year: 200 }", "'year' is a number from 1000 to 3000; found '200'.")]
    [InlineData("buildings: { file: footprints.geojson, match: { overlap: 2 } }", "'overlap' is a number from 0.01 to 1; found '2'.")]
    [InlineData("buildings: { file: footprints.geojson, match: { ids: perhaps } }", "'ids' is yes or no")]
    [InlineData("buildings: { file: footprints.geojson, reach: { water: 0 m } }", "'water' is above 0 to 20 km; found '0 m'.")]
    [InlineData("buildings: { file: footprints.geojson, reach: { water: 5 kg } }", "'water':")]
    [InlineData("buildings: { file: footprints.geojson, archetype: a.csv }", "'buildings' has no key 'archetype'")]
    [InlineData("buildings: { files: [{ file: footprints.geojson, crs: \"EPSG:99999\" }] }", "'EPSG:99999' is no known coordinate system")]
    [InlineData("buildings: { files: [{ file: footprints.geojson, rotation: 12 }] }", "'rotation' does not go with a geojson file.")]
    [InlineData("buildings: { files: [{ file: footprints.geojson, columns: { id: x } }] }", "'columns' does not go with a geojson file.")]
    [InlineData("buildings: footprints.geojson\nassets: { building/building: footprints.geojson }", "Assets of the type 'building/building' come from the part 'buildings' here")]
    public void A_mistake_in_the_table_of_contents(string yaml, string sentence)
    {
        using var folder = BuildingMap.Make(yaml);
        Has(folder, sentence);
    }

    [Theory]
    [InlineData("\"height\":18", "\"height\":-3", "Building 'B-1': 'height' is from 0.5 to 1500 m; found '-3'.")]
    [InlineData("\"height\":18", "\"height\":\"tall\"", "Building 'B-1': 'height' is from 0.5 to 1500 m; found 'tall'.")]
    [InlineData("\"year\":1998", "\"year\":98", "Building 'B-1': 'year' is a whole number from 1000 to 3000; found '98'.")]
    [InlineData("\"households\":36", "\"households\":3.5", "Building 'B-1': 'households' is a whole number from 0 to 100000; found '3.5'.")]
    [InlineData("\"building:levels\":10", "\"building:levels\":0", "Building 'B-2': 'building:levels' is a whole number from 1 to 300; found '0'.")]
    [InlineData("\"floor_area_m2\":1200", "\"floor_area_m2\":-5", "Building 'B-3': 'floor_area_m2' is from 1 to 10000000 m2; found '-5'.")]
    [InlineData("\"floor_area_m2\":1200,", "", "The building 'B-3' has no footprint, no floor area and no volume: nothing says how large it is.")]
    [InlineData("\"id\":\"B-2\"", "\"id\":\"B-1\"", "The building 'B-1' stands here a second time; the first is in line 2.")]
    [InlineData("\"id\":\"B-2\",", "", "A building has no 'id'.")]
    [InlineData("\"water_junction\":\"J-1\"", "\"water_junction\":\"J-11\"", "The building 'B-3' names 'J-11' as 'water_junction', but the map has no such junction of the water network. Did you mean 'J-1'?")]
    [InlineData("\"district\":\"D-2\"", "\"district\":\"D-3\"", "The building 'B-3' names 'D-3' as 'district', but the map has no such district. Did you mean 'D-1'?")]
    [InlineData("\"type\":\"Point\",\"coordinates\":[114.4045,30.5001]", "\"type\":\"LineString\",\"coordinates\":[[114.4,30.5],[114.41,30.5]]", "Building 'B-3' is a LineString; a footprint is a Polygon or MultiPolygon, a place is a Point.")]
    public void A_mistake_in_a_file_of_footprints(string before, string after, string sentence)
    {
        using var folder = BuildingMap.Make(footprints: Replace(before, after));
        Has(folder, sentence);
    }

    [Theory]
    [InlineData("\"use\":\"retail\"", "\"use\":\"retial\"", "'retial' is no use of a building; residential, office, retail, school, hotel, hospital, industrial, other are accepted, and words such as apartments, 住宅, 办公. Did you mean 'retail'?")]
    [InlineData("\"year\":1998", "\"year\":2090", "1 of 4 buildings are completed after 2026 by their year ('as-of' says of when the data are), 'B-1' in 2090 among them.")]
    [InlineData("\"building:levels\":10", "\"building:levels\":40", "have storeys of 1.0 m or the like (below 2 or above 12 m), 'B-2' among them.")]
    [InlineData("\"type\":\"Point\",\"coordinates\":[114.4045,30.5001]", "\"type\":\"Point\",\"coordinates\":[4.4,51.9]", "1 of 4 buildings lie more than 300 km from the map's 'place', 'B-3' (4.4000, 51.9000) among them.")]
    public void What_is_odd_is_told_and_taken(string before, string after, string sentence)
    {
        using var folder = BuildingMap.Make(footprints: Replace(before, after));
        var (city, problems) = folder.Load();
        Assert.DoesNotContain(problems, p => p.Severity == Severity.Error);
        Assert.Contains(problems, p => p.Severity == Severity.Warning && p.Sentence.Contains(sentence, StringComparison.Ordinal));
        Assert.Equal(4, city.Buildings!.Buildings.Count);
    }

    [Theory]
    [InlineData("", "The file is empty; a line of names with 'id' and one building a row are expected.")]
    [InlineData("code,use\n1,office\n", "No column is the 'id'; there are code, use.")]
    [InlineData("id,use\nB-1\n", "The row has 1 fields; the first line names 2.")]
    [InlineData("id,use\nB-1,office\nB-1,office\n", "The id 'B-1' stands here a second time; the first is in line 2.")]
    [InlineData("id,use\n,office\n", "The id is empty.")]
    [InlineData("id,use,use\nB-1,office,office\n", "Two columns are 'use'.")]
    [InlineData("id,year\nB-1,soon\n", "Building 'B-1': 'year' is a whole number from 1000 to 3000; found 'soon'.")]
    public void A_mistake_in_a_table(string csv, string sentence)
    {
        using var folder = BuildingMap.Make("buildings: { files: [footprints.geojson, register.csv] }").With("register.csv", csv);
        Has(folder, sentence);
    }

    [Fact]
    public void Footprints_outside_of_the_extent_are_an_error()
    {
        using var folder = BuildingMap.Make("extent: [114.39, 30.49, 114.408, 30.51]\nbuildings: footprints.geojson");
        Has(folder, "1 of 4 buildings lie outside the 'extent' of city.yaml, 'B-4'");
    }

    private static string Replace(string before, string after)
    {
        Assert.Contains(before, BuildingMap.Footprints, StringComparison.Ordinal);
        return BuildingMap.Footprints.Replace(before, after);
    }

    private static void Has(Folder folder, string sentence)
    {
        var problems = folder.Load().Problems;
        Assert.True(problems.Any(p => p.Severity == Severity.Error && p.Sentence.Contains(sentence, StringComparison.Ordinal)), string.Join('\n', problems));
    }
}
