using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Epanet;

namespace DigitalTwin.Water.Tests.Epanet;

/// <summary>Broken files and the sentences they deserve: what was found, what is accepted, and the nearest name.</summary>
public sealed class BrokenFileTests
{
    /// <summary>Lines behind the small network, and what is said of them as line:column: severity: sentence.</summary>
    public static TheoryData<string, string, string> BrokenLines => new()
    {
        {
            "A junction twice",
            "[JUNCTIONS]\nJ1 20",
            "15:1: error: Node 'J1' is defined twice; the first is on line 2."
        },
        {
            "An elevation that is no number",
            "[JUNCTIONS]\nJ3 ten",
            "15:4: error: The elevation is 'ten', but a number is expected."
        },
        {
            "A decimal comma",
            "[JUNCTIONS]\nJ3 10,5",
            "15:4: error: The elevation is '10,5', but a number is expected. Decimals are written with a point."
        },
        {
            "A demand that is NaN",
            "[JUNCTIONS]\nJ3 10 NaN",
            "15:7: error: The demand is 'NaN', but a finite number is expected."
        },
        {
            "An infinite elevation",
            "[JUNCTIONS]\nJ3 1e999",
            "15:4: error: The elevation is '1e999', but a finite number is expected."
        },
        {
            "An absurd elevation",
            "[JUNCTIONS]\nJ3 1e30",
            "15:4: error: The elevation is 1e30, but no quantity of a water network is that large."
        },
        {
            "An id longer than EPANET takes",
            "[JUNCTIONS]\nJ_0123456789_0123456789_0123456789 10",
            "15:1: error: The id 'J_0123456789_0123456789_0123456789' is 34 bytes long, but at most 31 are accepted."
        },
        {
            "A pattern that is not there",
            "[JUNCTIONS]\nJ3 10 5 wekday\n[PATTERNS]\nweekday 1 2 3\n[PIPES]\nP4 J1 J3 1 1 1",
            "15:9: error: There is no pattern 'wekday'. Did you mean 'weekday'?"
        },
        {
            "A pipe to an unknown node",
            "[PIPES]\nP4 J1 J22 100 200 120",
            "15:7: error: There is no node 'J22' above this line. Did you mean 'J2'?"
        },
        {
            "A pipe from a node to itself",
            "[PIPES]\nP4 J1 J1 100 200 120",
            "15:7: error: The pipe 'P4' begins and ends at node 'J1', but must join two nodes."
        },
        {
            "A pipe without length",
            "[PIPES]\nP4 J1 J2 0 200 120",
            "15:10: error: The length is 0, but must be greater than 0."
        },
        {
            "A negative diameter",
            "[PIPES]\nP4 J1 J2 100 -200 120",
            "15:14: error: The diameter is -200, but must be greater than 0."
        },
        {
            "A status that is none",
            "[PIPES]\nP4 J1 J2 100 200 120 0 Opne",
            "15:24: error: The status is 'Opne', but OPEN, CLOSED or CV is expected."
        },
        {
            "A link twice",
            "[PIPES]\nP2 J1 J2 100 200 120",
            "15:1: error: Link 'P2' is defined twice; the first is on line 10."
        },
        {
            "A pump without curve or power",
            "[PUMPS]\nPU1 J1 J2 SPEED 1",
            "15: error: Pump 'PU1' has neither a head curve nor a power; HEAD curve or POWER value is expected."
        },
        {
            "A pump with an unknown curve",
            "[PUMPS]\nPU1 J1 J2 HEAD C2\n[CURVES]\nC1 10 50",
            "15:16: error: There is no curve 'C2'. Did you mean 'C1'?"
        },
        {
            "A pump with an unknown property",
            "[PUMPS]\nPU1 J1 J2 HEED C1",
            "15:11: error: 'HEED' is not a property of a pump; HEAD, POWER, SPEED and PATTERN are. Did you mean 'HEAD'?"
        },
        {
            "A pump whose head rises",
            "[PUMPS]\nPU1 J1 J2 HEAD C1\n[CURVES]\nC1 0 50\nC1 10 60\nC1 20 55\nC1 30 40",
            "15: error: Pump 'PU1' has head curve 'C1', whose head goes from 50 to 60, but must fall with flow."
        },
        {
            "A three-point curve that no power law fits",
            "[PUMPS]\nPU1 J1 J2 HEAD C1\n[CURVES]\nC1 0 50\nC1 10 50\nC1 20 40",
            "15: error: Pump 'PU1' has head curve 'C1', but no H = a - b Q^c that falls with flow goes through its points."
        },
        {
            "A curve that goes back",
            "[CURVES]\nC1 10 50\nC1 5 60",
            "15: error: Curve 'C1' goes from x = 10 to x = 5, but x must increase from point to point."
        },
        {
            "A point of a curve without y",
            "[CURVES]\nC1 10",
            "15: error: A point of a curve needs 'id x y', but the line has 2 entries."
        },
        {
            "A valve of an unknown kind",
            "[VALVES]\nV1 J1 J2 200 PRW 30",
            "15:14: error: 'PRW' is not a kind of valve; PRV, PSV, PBV, FCV, TCV, GPV and PCV are. Did you mean 'PRV'?"
        },
        {
            "A reducing valve at a reservoir",
            "[VALVES]\nV1 R1 J1 200 PRV 30",
            "15:4: error: Valve 'V1' touches 'R1', but a PRV, PSV or FCV must not touch a reservoir or tank; put a pipe between them."
        },
        {
            "Two reducing valves in series",
            "[JUNCTIONS]\nJ3 1\n[VALVES]\nV1 J1 J2 200 PRV 30\n[PIPES]\nP4 J1 J3 1 1 1\n[VALVES]\nV2 J2 J3 200 PRV 20",
            "21:1: error: Valve 'V2' and valve 'V1' control the same point at node 'J2'; put a pipe between them."
        },
        {
            "A general purpose valve without curve",
            "[VALVES]\nV1 J1 J2 200 GPV",
            "15: error: A general purpose valve needs 'id node1 node2 diameter GPV curve [loss]', but the line has 5 entries."
        },
        {
            "A tank that begins above its highest level",
            "[TANKS]\nT2 50 12 0 10 20",
            "15: error: Tank 'T2' has lowest level 0, initial level 12 and highest level 10, but they must not decrease in this order."
        },
        {
            "A tank with too few entries",
            "[TANKS]\nT2 50 5 0",
            "15: error: A reservoir or tank needs 'id head [pattern]' or 'id elevation initial-level min-level max-level diameter [min-volume curve overflow]', but the line has 4 entries."
        },
        {
            "A tank with a negative level",
            "[TANKS]\nT2 50 -5 0 10 20",
            "15:7: error: The initial level is -5, but must not be negative."
        },
        {
            "A tank whose curve is too short",
            "[TANKS]\nT2 50 5 0 10 20 0 VC\n[CURVES]\nVC 0 0\nVC 8 100",
            "15: error: Tank 'T2' has levels from 0 to 10, but its volume curve 'VC' covers 0 to 8 only."
        },
        {
            "A demand at an unknown node",
            "[DEMANDS]\nJ11 5",
            "15:1: error: There is no node 'J11' above this line. Did you mean 'J1'?"
        },
        {
            "A status of an unknown link",
            "[STATUS]\nP44 CLOSED",
            "15:1: error: There is no link 'P44' above this line."
        },
        {
            "A check valve whose status is set",
            "[PIPES]\nP4 J1 J2 100 200 120 0 CV\n[STATUS]\nP4 CLOSED",
            "17:1: error: Link 'P4' is a pipe with a check valve, whose status cannot be set."
        },
        {
            "A negative emitter",
            "[EMITTERS]\nJ1 -0.5",
            "15:4: error: The emitter coefficient is -0.5, but must not be negative."
        },
        {
            "A control of an unknown link",
            "[CONTROLS]\nLINK P9 CLOSED IF NODE T1 ABOVE 9",
            "15:6: error: There is no link 'P9' above this line. Did you mean 'P1'?"
        },
        {
            "A control that is neither above nor below",
            "[CONTROLS]\nLINK P3 CLOSED IF NODE T1 OVER 9",
            "15:27: error: The condition is 'OVER', but ABOVE or BELOW is expected."
        },
        {
            "A control at no time",
            "[CONTROLS]\nLINK P3 CLOSED AT TIME noon",
            "15:24: error: The time is 'noon', but hours, h:mm, h:mm:ss or a number with SEC, MIN, HOURS, DAYS, AM or PM is expected."
        },
        {
            "A control that ends early",
            "[CONTROLS]\nLINK P3 CLOSED IF NODE T1",
            "15: error: A control needs 'LINK id OPEN|CLOSED|setting IF NODE id ABOVE|BELOW value' or 'LINK id OPEN|CLOSED|setting AT TIME|CLOCKTIME time', but the line has 6 entries."
        },
        {
            "A rule without a condition",
            "[RULES]\nRULE 1\nTHEN PIPE P3 STATUS IS CLOSED",
            "16:1: error: 'THEN' cannot stand here in rule '1'; the order is RULE, IF, AND or OR, THEN, AND, ELSE, AND, PRIORITY."
        },
        {
            "A rule about a property that a tank lacks",
            "[RULES]\nRULE 1\nIF TANK T1 FLOW > 5\nTHEN PIPE P3 STATUS IS CLOSED",
            "16:12: error: 'FLOW' is not a property of a node; DEMAND, HEAD, GRADE, LEVEL, PRESSURE, FILLTIME, DRAINTIME are."
        },
        {
            "A rule about an unknown link",
            "[RULES]\nRULE 1\nIF TANK T1 LEVEL > 5\nTHEN PIPE P33 STATUS IS CLOSED",
            "17:11: error: There is no link 'P33' above this line. Did you mean 'P3'?"
        },
        {
            "Flow in an unknown unit",
            "[OPTIONS]\nUNITS LPZ",
            "15:7: error: The flow unit is 'LPZ', but CFS, GPM, MGD, IMGD, AFD, LPS, LPM, MLD, CMH, CMD or CMS is expected. Did you mean 'LPS'?"
        },
        {
            "An unknown option",
            "[OPTIONS]\nVISKOSITY 1",
            "15:1: error: 'VISKOSITY' is not an option. Did you mean 'VISCOSITY'?"
        },
        {
            "A head loss formula that is none",
            "[OPTIONS]\nHEADLOSS HW",
            "15:10: error: The head loss formula is 'HW', but H-W, D-W or C-M is expected. Did you mean 'H-W'?"
        },
        {
            "A required pressure below the minimum",
            "[OPTIONS]\nMINIMUM PRESSURE 20\nREQUIRED PRESSURE 10",
            "16:19: error: The required pressure is 10 and the minimum pressure 20, but the first must be greater by 0.1 at least."
        },
        {
            "An accuracy of nothing",
            "[OPTIONS]\nACCURACY 0",
            "15:10: error: ACCURACY is 0, but must be greater than 0."
        },
        {
            "An unknown time",
            "[TIMES]\nDURITION 24",
            "15:1: error: 'DURITION' is not a time; DURATION, HYDRAULIC TIMESTEP, QUALITY TIMESTEP, RULE TIMESTEP, PATTERN TIMESTEP, PATTERN START, REPORT TIMESTEP, REPORT START, START CLOCKTIME, STATISTIC are. Did you mean 'DURATION'?"
        },
        {
            "A duration that is no time",
            "[TIMES]\nDURATION 24 fortnights",
            "15:10: error: The time is '24 fortnights', but hours, h:mm, h:mm:ss or a number with SEC, MIN, HOURS, DAYS, AM or PM is expected."
        },
        {
            "An unknown section",
            "[JUNKTIONS]\nJ9 10",
            "14:1: error: '[JUNKTIONS]' is not a section of an EPANET file. Did you mean '[JUNCTIONS]'?"
        },
        {
            "A section of another program",
            "[SUBCATCHMENTS]\nS1 rain",
            "14:1: error: '[SUBCATCHMENTS]' is not a section of an EPANET file."
        },
        {
            "A multiplier that is no number",
            "[PATTERNS]\n1 1.0 1.2 x.5",
            "15:11: error: The multiplier is 'x.5', but a number is expected."
        },
        {
            "Quality of an unknown node",
            "[QUALITY]\nJ7 0.5",
            "15:1: error: There is no node 'J7' above this line. Did you mean 'J1'?"
        },
        {
            "A trace of an unknown node",
            "[OPTIONS]\nQUALITY TRACE R7",
            "15:15: error: There is no node 'R7' above this line. Did you mean 'R1'?"
        },
        {
            "An energy price below nothing",
            "[ENERGY]\nGLOBAL PRICE -1",
            "15:14: error: The price is -1, but must not be negative."
        },
        {
            "A report of an unknown node",
            "[REPORT]\nNODES J1 J8",
            "15:10: error: There is no node 'J8' above this line. Did you mean 'J1'?"
        },
        {
            "A mixing model that is none",
            "[MIXING]\nT1 MIXT",
            "15:4: error: The mixing model is 'MIXT', but MIXED, 2COMP, FIFO or LIFO is expected."
        },
        {
            "A junction that no link touches",
            "[JUNCTIONS]\nJ3 10",
            "15: error: Junction 'J3' is not joined to any pipe, pump or valve."
        },
        {
            "Several mistakes at once",
            "[JUNCTIONS]\nJ3 high\n[PIPES]\nP4 J1 J4 100 200 120\nP5 J1 J2 abc 200 120\n[OPTIONS]\nUNITS FURLONGS",
            "15:4: error: The elevation is 'high', but a number is expected.\n" +
            "17:7: error: There is no node 'J4' above this line. Did you mean 'J1'?\n" +
            "18:10: error: The length is 'abc', but a number is expected.\n" +
            "20:7: error: The flow unit is 'FURLONGS', but CFS, GPM, MGD, IMGD, AFD, LPS, LPM, MLD, CMH, CMD or CMS is expected."
        },
        {
            "A premise with too much in it",
            "[RULES]\nRULE 1\nIF TANK T1 LEVEL IS ABOVE 5 M\nTHEN PIPE P3 STATUS IS CLOSED",
            "16: error: A premise needs 'IF|AND|OR object id property relation value' or 'IF|AND|OR SYSTEM property relation value', but the line has 8 entries."
        },
    };

    [Theory]
    [MemberData(nameof(BrokenLines))]
    public void Every_mistake_gets_its_sentence(string mistake, string lines, string sentences)
    {
        SmallNetwork.Read(SmallNetwork.Text + lines + "\n", out var problems);
        Assert.True(problems.HasErrors, mistake);
        Assert.Equal(sentences, Said(problems));
    }

    [Theory]
    [InlineData("", "net.inp: error: The file is empty, but the sections of an EPANET network are expected.")]
    [InlineData("once upon a time\n", "net.inp:1:1: warning: 'once' stands before the first section and has no meaning.\nnet.inp: error: There is no section such as [JUNCTIONS] in the file, so it is not an EPANET network.")]
    [InlineData("[JUNCTIONS]\n[END]\n", "net.inp: error: The network has no node, but at least two are needed.")]
    [InlineData("[RESERVOIRS]\nR1 10\n", "net.inp: error: The network has one node, but at least two are needed.")]
    [InlineData("[JUNCTIONS]\nA 1\nB 2\n[PIPES]\nP A B 1 1 1\n", "net.inp: error: The network has no reservoir and no tank, so that nothing fixes a head.")]
    [InlineData("\uFEFF[JUNCTIONS]\n\u4E00 x\n", "net.inp:2:3: error: The elevation is 'x', but a number is expected.")]
    public void A_file_that_is_no_network_is_told_so(string text, string sentences)
    {
        SmallNetwork.Read(text, out var problems);
        Assert.Equal(sentences, string.Join('\n', problems));
    }

    [Fact]
    public void A_file_in_UTF16_is_told_to_be_saved_as_UTF8()
    {
        SmallNetwork.Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(SmallNetwork.Text)], out var problems);
        Assert.Equal("net.inp: error: The file is stored as UTF-16, but UTF-8 is expected; save it again as UTF-8.", Assert.Single(problems).ToString());
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_problem_and_no_exception()
    {
        var problems = new ProblemList();
        EpanetReader.Read("no-such-file.inp", problems);
        Assert.Equal("no-such-file.inp: error: There is no such file.", Assert.Single(problems).ToString());
    }

    [Fact]
    public void A_folder_is_no_network()
    {
        var problems = new ProblemList();
        EpanetReader.Read(Path.GetTempPath(), problems);
        Assert.Equal("This is a folder, but an .inp file is expected.", Assert.Single(problems).Sentence);
    }

    [Fact]
    public void Valves_that_are_defined_twice_do_not_confuse_the_search_for_contradictions()
    {
        SmallNetwork.Read(SmallNetwork.Text + "[VALVES]\nP1 J1 J2 9 PRV 1\nV2 J1 J2 9 PRV 1\n", out var problems);
        Assert.Equal("15:1: error: Link 'P1' is defined twice; the first is on line 9.", Said(problems));
    }

    [Fact]
    public void A_line_of_a_million_entries_is_read_and_cut_in_the_sentence()
    {
        SmallNetwork.Read($"{SmallNetwork.Text}[JUNCTIONS]\nJ3 {new string('9', 1_000_000)}x\n", out var problems);
        Assert.Equal(
            "15: warning: The line is 1000004 bytes long; it is read whole, but EPANET would cut it after 1023.\n" +
            $"15:4: error: The elevation is '{new string('9', 40)}…', but a number is expected.",
            Said(problems));
    }

    private static string Said(ProblemList problems) => string.Join('\n', problems.Select(p => p.ToString()["net.inp:".Length..]));
}
