using System.Text.Json;
using System.Text.Json.Serialization;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Terminals;

/// <summary>Where a command speaks: answers on one stream, everything else on the other, and whether a person is looking.</summary>
/// <param name="Out">Answers.</param>
/// <param name="Error">Progress, problems and logs.</param>
/// <param name="IsWatched">True when a person looks at <paramref name="Error"/>, so that progress may be drawn.</param>
/// <param name="Width">Columns.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool IsWatched, int Width, string Language)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>What comes in, opened when a command wants it.</summary>
    public Func<Stream> In { get; init; } = static () => Stream.Null;

    /// <summary>A text in the language of who reads it.</summary>
    public string Say(string en, string zh) => Language == "zh" ? zh : en;

    /// <summary>The process's own streams; the language from the usual variables.</summary>
    public static Terminal OfProcess()
    {
        var language = Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LC_MESSAGES") ?? Environment.GetEnvironmentVariable("LANG") ?? "";
        var watched = !Console.IsErrorRedirected;
        return new(Console.Out, Console.Error, watched, watched ? Math.Max(40, Console.WindowWidth) : 120, language.StartsWith("zh", StringComparison.Ordinal) ? "zh" : "en") { In = Console.OpenStandardInput };
    }

    /// <summary>Writes an answer for machines.</summary>
    public void WriteJson<T>(T answer) => Out.WriteLine(JsonSerializer.Serialize(answer, Json));

    /// <summary>Writes problems from a severity on, one a line, and how many were left out.</summary>
    public void WriteProblems(IReadOnlyList<Problem> problems, Severity from = Severity.Note)
    {
        foreach (var problem in problems.Where(p => p.Severity >= from)) Error.WriteLine(problem);
        if (problems is not ProblemList list) return;
        foreach (var severity in Enum.GetValues<Severity>().Where(s => s >= from))
            if (list.Omitted(severity) > 0) Error.WriteLine($"… and {list.Omitted(severity)} more of severity {severity.ToString().ToLowerInvariant()}.");
    }
}
