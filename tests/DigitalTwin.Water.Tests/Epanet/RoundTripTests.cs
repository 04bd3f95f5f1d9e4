using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Epanet;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Tests.Epanet;

/// <summary>What is read and written and read again is the same.</summary>
public sealed class RoundTripTests
{
    private const string Everything = """
        made by hand
        [TITLE]
        A town ; not a comment here
         with two lines
        [JUNCTIONS]
        ;Id  Elevation
        J1 10.1 5 day ;by the bridge
        J2 12
        "J 3" 0.30000000000000004 1e-7
        [TANKS]
        T1 50 5 0 10 20 0 VC YES ;full
        R0 77
        [RESERVOIRS]
        R1 100 day
        T2 50 5 0 10 20 3
        [PIPES]
        P1 R1 J1 100 300 130
        P2 J1 J2 200 200 120 0 Open
        P3 J2 T1 50 250 120 0.7 CV ; check
        P4 J1 "J 3"
        P5 J1 "J 3" 100
        P6 J1 "J 3" 100 200 110 Closed
        [VALVES]
        V1 J1 J2 100 PRV 30 0.5
        V2 J1 T2 100 GPV HL
        V3 J1 J2 100 PCV 40 0.2 PC
        [PUMPS]
        A J1 J2 HEAD H SPEED 0.9 PATTERN day
        B J1 J2 POWER 7.5
        C J1 R0 50 40 10 20 20
        [PIPES]
        ; late
        P7 R0 J1 1 2 3
        ; at the end
        [TAGS]
        NODE J1 here
        LINK P1 there
        [DEMANDS]
        J1 3 day ;homes
        J1 4
        [STATUS]
        P2 Closed
        A 1.1
        P1 P3 Open
        [PATTERNS]
        ; a day
        day 1 0.5
        day 1.25
        [CURVES]
        VC 0 0 VOLUME
        VC 10 3000
        H 10 50
        HL 0 0
        HL 10 4
        PC 0 0
        PC 100 100
        [CONTROLS]
        LINK A OPEN IF NODE T1 BELOW 2 ;refill
        LINK V1 25 AT TIME 1.7
        LINK A CLOSED AT CLOCKTIME 11:59:59 PM DISABLED
        [RULES]
        RULE 1 ; of two
        IF SYSTEM TIME > 5:15
        AND TANK T1 FILLTIME < 3
        THEN PUMP A SETTING IS 0.5
        ELSE PUMP A STATUS IS CLOSED
        PRIORITY 2
        DISABLED
        RULE 2
        IF JUNCTION J1 PRESSURE <> 0
        THEN VALVE V1 STATUS IS ACTIVE
        [ENERGY]
        Global Price 0.1
        Global Pattern day
        Pump A Effic H
        Demand Charge 3
        [EMITTERS]
        J2 0.5 ;leak
        [LEAKAGE]
        P1 1 2
        [QUALITY]
        J1 0.5
        J1 J9 1
        [SOURCES]
        R1 CONCEN 1.2 day
        [REACTIONS]
        Order Bulk 1
        Bulk P1 -0.5
        Tank T1 T9 -0.1
        [REACTIONS]
        Global Wall -1
        [MIXING]
        T1 2COMP 0.4
        [TIMES]
        Duration 24:00
        Hydraulic Timestep 0:07:30
        Start ClockTime 12 am
        Statistic Range
        [REPORT]
        Status Yes ;kept
        Nodes J1 J2
        [OPTIONS]
        Units CMH ;metric
        Pressure kPa
        Headloss D-W
        Demand Model PDA
        Minimum Pressure 3
        Required Pressure 20.5
        Unbalanced Continue 10
        Quality Chlorine mg/L
        Hydraulics Save town.hyd
        Map town.map
        HTol 0.001
        Emitter Exponent 0.6
        Backflow Allowed NO
        [COORDINATES]
        J1 1.5 -2
        [VERTICES]
        P1 1 2
        P1 3 4
        [LABELS]
        1 2 "North; side"
        [BACKDROP]
        DIMENSIONS 0 0 1 1
        [END]
        anything at all
        """;

    [Fact]
    public void A_file_with_every_section_comes_back_the_same()
    {
        var first = SmallNetwork.Read(Everything, out var problems);
        Assert.Equal(["net.inp:1:1: warning: 'made' stands before the first section and has no meaning.", "net.inp:30:9: warning: The pump has numbers in place of keywords; they are read as EPANET 2.0 did, but EPANET 2.3 refuses them."], problems.Select(p => p.ToString()));
        var bytes = SmallNetwork.Write(first);
        var second = SmallNetwork.Read(bytes, out _);
        Assert.Empty(EpanetComparison.Differences(first, second));
        Assert.Equal(bytes, SmallNetwork.Write(second));
        Assert.Equal("anything at all", Encoding.UTF8.GetString(second.AfterEnd.Span));
    }

    [Fact]
    public void A_comparison_names_what_differs()
    {
        var (first, second) = (SmallNetwork.With(""), SmallNetwork.With("[DEMANDS]\nJ1 1\n"));
        second.Junctions[1] = second.Junctions[1] with { Elevation = 13 };
        Assert.Equal(
            [
                "Row 2 of the [JUNCTIONS] is JunctionRow { Id = J2, Elevation = 12, Demand = 0, Pattern = , Comment =  } in the first and JunctionRow { Id = J2, Elevation = 13, Demand = 0, Pattern = , Comment =  } in the second.",
                "The [DEMANDS] have 0 rows in the first and 1 in the second.",
                "The order of sections have 5 rows in the first and 6 in the second.",
            ],
            EpanetComparison.Differences(first, second));
    }

    public static TheoryData<byte[], EpanetEncoding, string> Encodings => new()
    {
        { Encoding.UTF8.GetBytes("泵站"), EpanetEncoding.Utf8, "泵站" },
        { [0xB1, 0xC3, 0xD5, 0xBE], EpanetEncoding.Gb18030, "泵站" },
        { [0x50, 0xFC, 0x6D, 0x70], EpanetEncoding.Latin1, "Pümp" },
        { [0xFF, 0xA1, 0x80], EpanetEncoding.Latin1, "\u00FF\u00A1\u0080" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Bytes_of_any_encoding_come_back(byte[] id, EpanetEncoding encoding, string text)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(SmallNetwork.Text), .. "[TAGS]\nNODE\tJ1\t"u8, .. id, .. "\n"u8];
        var file = SmallNetwork.Read(bytes, out var problems);
        Assert.Empty(problems);
        Assert.Equal((encoding, text), (file.Encoding, file.Tags[0].Tag));
        Assert.True(SmallNetwork.Write(file).AsSpan().IndexOf([.. "NODE\tJ1\t"u8, .. id, (byte)'\n']) > 0);
    }

    [Fact]
    public void A_byte_order_mark_stays()
    {
        var file = SmallNetwork.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(SmallNetwork.Text)], out var problems);
        Assert.Empty(problems);
        Assert.Equal([0xEF, 0xBB, 0xBF], SmallNetwork.Write(file)[..3]);
    }

    [Fact]
    public void Rows_that_are_added_go_to_their_section_and_new_sections_to_their_place()
    {
        var file = SmallNetwork.With("[COORDINATES]\nJ1 1 2\n");
        file.Junctions.Add(new("J3", 4));
        file.Valves.Add(new("V", "J2", "J3", 100, LinkKind.Throttle, 2));
        var again = SmallNetwork.Read(SmallNetwork.Write(file), out var problems);
        Assert.Empty(problems);
        Assert.Empty(EpanetComparison.Differences(file, again));
        Assert.Equal(["P1", "P2", "P3", "V"], again.ToNetwork().Links.Ids);
    }

    [Theory]
    [InlineData("a;b")]
    [InlineData("\"ab")]
    [InlineData("a \"b")]
    [InlineData("a\nb")]
    [InlineData("[a")]
    public void An_id_that_no_line_can_hold_is_refused(string id)
    {
        var file = new EpanetFile();
        file.Junctions.Add(new(id, 1));
        Assert.Contains("cannot stand in an .inp file", Assert.Throws<InputException>(() => SmallNetwork.Write(file)).Message, StringComparison.Ordinal);
    }
}
