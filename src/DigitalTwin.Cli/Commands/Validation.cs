using System.CommandLine;
using System.CommandLine.Parsing;

namespace DigitalTwin.Cli.Commands;

/// <summary>Checks of options, with the sentence that each deserves.</summary>
internal static class Validation
{
    /// <summary>A whole number of at least one.</summary>
    public static void AtLeastOne(OptionResult result, Option<int> option)
    {
        if (result.Errors.Any() || result.Tokens.Count == 0) return;
        if (!int.TryParse(result.Tokens[0].Value, out var value) || value < 1)
            result.AddError($"{option.Name} is '{result.Tokens[0].Value}'; a whole number from 1 is accepted.");
    }
}
