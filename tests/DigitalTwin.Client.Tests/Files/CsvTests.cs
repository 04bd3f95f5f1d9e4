using DigitalTwin.Client.Files;

namespace DigitalTwin.Client.Tests.Files;

public class CsvTests
{
    private const string Header = "asset,property,value,observed_at,source,quality,text\n";

    [Fact]
    public async Task A_row_is_an_observation() => Assert.Equal(
        [
            "2:22 water/tank/T-1 level 3.25 2025-07-08T09:00:00Z scada", "3:23 water/pump/U-1 status open 2025-07-08T01:00:00.123456Z scada Uncertain",
            "4:24 water/tank/T,2 level -1E-05 2025-07-08T09:00:00Z file",
        ],
        await Reading.Of(Header + "water/tank/T-1,level,3.25,2025-07-08T17:00:00+08:00,scada,,\nwater/pump/U-1,status,,2025-07-08 01:00:00.123456Z,scada,Uncertain,open\n\"water/tank/T,2\",level,-1e-5,2025-07-08T09:00Z,,good,\n"));

    [Theory]
    [InlineData("A,level,3.2.1,2025-07-08T09:00Z,s,,", "2:9 The value '3.2.1' is not a number; a word goes into 'text'.")]
    [InlineData("A,level,NaN,2025-07-08T09:00Z,s,,", "2:9 The value is 'NaN'; a finite number is expected.")]
    [InlineData("A,level,1e999,2025-07-08T09:00Z,s,,", "2:9 The value is '1e999'; a finite number is expected.")]
    [InlineData("A,level,\"3,2\",2025-07-08T09:00Z,s,,", "2:9 The value is '3,2'; a number has a point and no commas, as in 3.25.")]
    [InlineData("A,level,,2025-07-08T09:00Z,s,,", "2:9 There is neither a value nor a text.")]
    [InlineData("A,level,3,2025-07-08T09:00Z,s,,open", "2:9 There is a value, '3', and a text, 'open'; one of them is expected.")]
    [InlineData(",level,3,2025-07-08T09:00Z,s,,", "2:1 The asset is missing.")]
    [InlineData("A,,3,2025-07-08T09:00Z,s,,", "2:3 The property is missing.")]
    [InlineData("A,level,3,2025-07-08T09:00,s,,", "2:11 The instant '2025-07-08T09:00' has no offset; --zone says which is meant, as in --zone +08:00.")]
    [InlineData("A,level,3,2025-02-29T09:00Z,s,,", "2:11 '2025-02-29T09:00Z' is no instant; an instant is a date, a time and an offset, as in 2025-07-08T17:00:00+08:00 or 2025-07-08T09:00:00Z.")]
    [InlineData("A,level,3,1720429200,s,,", "2:11 '1720429200' is no instant; an instant is a date, a time and an offset, as in 2025-07-08T17:00:00+08:00 or 2025-07-08T09:00:00Z.")]
    [InlineData("A,level,3,2025-07-08T09:00Z,s,god,", "2:31 The quality 'god' is none of good, uncertain and bad. Did you mean 'good'?")]
    [InlineData("A,level,3", "2:1 The row has 3 fields; 7 are expected.")]
    [InlineData("A,level,\"3", "2:9 The quote that opens here is never closed; a quote inside a quoted field is written twice.")]
    public async Task A_broken_row_gets_its_sentence_and_the_next_is_read(string row, string expected)
    {
        var read = await Reading.Of($"{Header}{row}\nB,level,1,2025-07-08T09:00Z,s,,\n");
        Assert.Equal(expected, read[0]);
        Assert.Equal("3:9 B level 1 2025-07-08T09:00:00Z s", read[1]);
    }

    [Theory]
    [InlineData("asset,property,valu,observed_at", "1:1 No column is 'value'; the first line names the columns, as in asset,property,value,observed_at,source,quality, or --columns says what they are. Did you mean 'valu'? | 1:16 The column 'valu' is not known. Did you mean 'value'?")]
    [InlineData("asset;property;value", "1:1 The columns are separated by semicolons; commas are expected, as in asset,property,value,observed_at,source,quality.")]
    [InlineData("asset,value,Value,property,observed_at", "1:13 Two columns are 'value'.")]
    [InlineData("asset,property,value,observed_at,qualty", "1:34 The column 'qualty' is not known. Did you mean 'quality'?")]
    [InlineData("asset,observed_at,Level (m)", "1:19 The column 'Level (m)' is no property (small letters, digits and hyphens); --columns says what it is, as in level='Level (m)'.")]
    [InlineData("asset,observed_at", "1:1 No column is 'value'; the first line names the columns, as in asset,property,value,observed_at,source,quality, or --columns says what they are.")]
    public async Task A_first_line_that_names_no_usable_columns_refuses_the_file(string header, string expected) =>
        Assert.Equal(expected, await Reading.Refusal(header + "\nA,level,1,2025-07-08T09:00Z\n"));

    [Fact]
    public async Task An_empty_file_is_refused() => Assert.Equal("0:0 The file is empty; CSV with a line of names, or JSON lines, are expected.", await Reading.Refusal(" \n\n"));

    [Fact]
    public async Task Columns_of_a_wide_table_are_properties_and_empty_cells_are_nothing() => Assert.Equal(
        ["2:24 A level 1 2025-07-08T09:00:00Z file", "2:26 A flow 2 2025-07-08T09:00:00Z file", "3:25 B flow 3 2025-07-08T09:00:00Z file"],
        await Reading.Of("observed_at,asset,level,flow\n2025-07-08T09:00:00Z,A,1,2\n2025-07-08T09:00:00Z,B,,3\n"));

    [Fact]
    public async Task Chosen_columns_are_read_as_what_they_are_called_and_the_others_passed_over()
    {
        var format = new ObservationFormat
        {
            Source = "council", Offset = TimeSpan.Zero,
            Columns = [new("asset", "parking/lot/{SystemCodeNumber}"), new("observed_at", "LastUpdated"), new("occupancy", "Occupancy")],
        };
        var text = "SystemCodeNumber,Capacity,Occupancy,LastUpdated\r\nBull Ring,3053,12,2016-10-04 07:59:42\r\n";
        Assert.Equal("2:16 parking/lot/Bull-Ring occupancy 12 2016-10-04T07:59:42Z council", Assert.Single(await Reading.Of(text, format)));
        Assert.Equal("1:1 There is no column 'Ocupancy'; there are SystemCodeNumber, Capacity, Occupancy, LastUpdated. Did you mean 'Occupancy'?",
            await Reading.Refusal(text, format with { Columns = [format.Columns[0], format.Columns[1], new("occupancy", "Ocupancy")] }));
    }

    [Fact]
    public async Task A_row_that_is_refused_can_be_seen_as_it_stood()
    {
        var records = await Reading.Records([.. "asset,property,value,observed_at\n\"A,1\",level,x,2025-07-08T09:00Z\nA,"u8, 0xFF, (byte)'\n']);
        Assert.Equal("\"A,1\",level,x,2025-07-08T09:00Z", records[0].Raw);
        Assert.Equal("A,\uFFFD", records[1].Raw);
    }
}
