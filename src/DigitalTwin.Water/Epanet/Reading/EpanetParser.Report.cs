namespace DigitalTwin.Water.Epanet.Reading;

// [REPORT] is kept as text; here it is checked as EPANET checks it.
internal sealed partial class EpanetParser
{
    private static readonly string[] ReportFields =
    [
        "ELEVATION", "DEMAND", "HEAD", "PRESSURE", "QUALITY", "LENGTH", "DIAMETER", "FLOW", "VELOCITY", "HEADLOSS", "STATE", "SETTING", "REACTION", "F-FACTOR",
    ];

    private static readonly byte[][] ReportFieldWords = [.. ReportFields.Select(System.Text.Encoding.ASCII.GetBytes)];

    private static readonly string[] ReportNames =
        [.. ReportFields, "PAGE", "STATUS", "SUMMARY", "MESSAGES", "ENERGY", "NODES", "LINKS", "FILE"];

    private void CheckReportLine()
    {
        if (words < 2)
        {
            SayForm("A report setting", "name value");
        }
        else if (WordStarts(0, "PAGE"u8))
        {
            if (NotNegative(words - 1, "The page size", out var lines) && lines > 255) Say(words - 1, $"The page size is {Shown(words - 1)}, but at most 255 lines are accepted.");
        }
        else if (WordStarts(0, "NODE"u8) || WordStarts(0, "LINK"u8))
        {
            CheckReportIds(WordStarts(0, "NODE"u8) ? nodes : links, WordStarts(0, "NODE"u8) ? "node" : "link");
        }
        else if (Array.Exists(ReportFieldWords, w => WordStarts(0, w)))
        {
            CheckReportField();
        }
        else if (!WordStarts(0, "STATUS"u8) && !WordStarts(0, "SUMM"u8) && !WordStarts(0, "MESS"u8) && !WordStarts(0, "ENER"u8) && !WordStarts(0, "FILE"u8))
        {
            Say(0, $"'{Shown(0)}' is not a report setting.{NearHint(0, ReportNames)}");
        }
    }

    private void CheckReportIds(IdTable table, string kind)
    {
        if (WordStarts(words - 1, "NONE"u8) || WordStarts(words - 1, "ALL"u8)) return;
        for (var word = 1; word < words; word++)
        {
            if (Known(word, table, kind) < 0) return;
        }
    }

    private void CheckReportField()
    {
        if (WordStarts(1, "YES"u8) || WordStarts(1, "NO"u8)) return;
        if (!WordStarts(1, "BELOW"u8) && !WordStarts(1, "ABOVE"u8) && !WordStarts(1, "PREC"u8))
        {
            Say(1, $"'{Shown(1)}' does not go with {Shown(0).ToUpperInvariant()}; YES, NO, BELOW, ABOVE and PRECISION do.");
            return;
        }
        Number(2, $"The {Shown(1).ToLowerInvariant()} of {Shown(0).ToUpperInvariant()}", out _);
    }
}
