using System.Reflection;

namespace DigitalTwin.Cli.Commands;

/// <summary>The program's version, as the project files give it.</summary>
internal static class Version
{
    /// <summary><c>0.1.0</c>.</summary>
    public static string Text { get; } =
        typeof(Version).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
