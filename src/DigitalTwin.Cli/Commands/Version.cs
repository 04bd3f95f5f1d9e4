using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace DigitalTwin.Cli.Commands;

/// <summary>The program's version, as the project files give it, and the Orleans that it was built with.</summary>
internal static class Version
{
    /// <summary><c>0.1.0</c>.</summary>
    public static string Text { get; } = Of(typeof(Version).Assembly);

    /// <summary>The assembly that grains stand on, with its version: Orleans' own, or the in-process binding.</summary>
    public static string Binding { get; } = $"{typeof(Orleans.Grain).Assembly.GetName().Name} {Of(typeof(Orleans.Grain).Assembly)}";

    /// <summary>Makes <c>--version</c> say both.</summary>
    public static void SayIn(RootCommand root)
    {
        foreach (var option in root.Options.OfType<VersionOption>()) option.Action = new Saying();
    }

    private static string Of(Assembly assembly) => assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+', ' ')[0].TrimEnd('.');

    private sealed class Saying : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine($"twin {Text} ({Binding})");
            return ExitCode.Done;
        }
    }
}
