using System.Xml.Linq;

namespace DigitalTwin.Architecture.Tests;

/// <summary>Numerics knows no city. A domain knows no neighbour. A model knows no grain. Read from the project files, not from the assemblies.</summary>
public class ArrowTests
{
    /// <summary>Every project of src and the projects that it may reference.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Numerics"] = [],
        ["Weather"] = ["Numerics"],
        ["Water"] = ["Numerics"],
        ["Mobility"] = ["Numerics"],
        ["Buildings"] = ["Numerics"],
        ["City"] = ["Numerics", "Weather", "Water", "Mobility", "Buildings"],
        ["Scenarios"] = ["Numerics", "City"],
        ["Simulation"] = ["Numerics", "Weather", "Water", "Mobility", "Buildings", "City", "Scenarios"],
        ["Orleans.InProcess"] = [],
        ["Grains.Contracts"] = ["Numerics"],
        ["Storage"] = ["Numerics", "Grains.Contracts"],
        ["Grains"] = ["Numerics", "Weather", "Water", "Mobility", "Buildings", "City", "Scenarios", "Simulation", "Grains.Contracts", "Storage"],
        ["Client"] = ["Numerics", "Grains.Contracts"],
        ["Cli"] = ["Numerics", "Weather", "Water", "Mobility", "Buildings", "City", "Scenarios", "Simulation", "Grains.Contracts", "Storage", "Grains", "Client"],
    };

    private static readonly string[] Domains = ["Weather", "Water", "Mobility", "Buildings"];

    /// <summary>Namespaces that Orleans and the runtime gave to what src/DigitalTwin.Orleans.InProcess does in their place; its own are Orleans.InProcess.</summary>
    private static readonly string[] GivenByOthers = ["namespace Microsoft.Extensions.Hosting;", "namespace System.Runtime.CompilerServices;"];

    public static TheoryData<string> Projects => new(ProjectFiles().Select(Name));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_its_arrows_allow(string project)
    {
        Assert.True(Allowed.ContainsKey(project), $"src/DigitalTwin.{project} has no place in the picture of DESIGN §2: name it here with its arrows.");
        var file = ProjectFiles().Single(f => Name(f) == project);
        var references = XDocument.Load(file).Descendants("ProjectReference").Select(r => Name(r.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.All(references, r => Assert.Contains(r, Allowed[project]));
    }

    [Fact]
    public void Domains_never_reference_each_other() =>
        Assert.All(Domains, domain => Assert.DoesNotContain(Allowed[domain], Domains.Contains));

    [Fact]
    public void A_project_has_content() =>
        Assert.All(ProjectFiles(), file => Assert.NotEmpty(Sources(file)));

    [Fact]
    public void Files_of_a_project_live_in_its_namespace()
    {
        var strangers =
            from project in ProjectFiles()
            from source in Sources(project)
            let line = File.ReadLines(source).FirstOrDefault(l => l.StartsWith("namespace ", StringComparison.Ordinal))
            let folder = Path.GetRelativePath(Path.GetDirectoryName(project)!, Path.GetDirectoryName(source)!)
            let expected = $"namespace {RootNamespace(project)}{(folder == "." ? "" : "." + folder.Replace(Path.DirectorySeparatorChar, '.'))};"
            where line is not null && line != expected && !GivenByOthers.Contains(line)
            select $"{source}: {line} (expected {expected})";
        Assert.Empty(strangers);
    }

    [Fact]
    public void Time_and_chance_are_passed_in_everywhere_but_at_the_outermost_door()
    {
        string[] taken = ["DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "new Random(", "Random.Shared", "Guid.NewGuid", "Thread.Sleep"];
        var found =
            from project in ProjectFiles().Where(f => Name(f) is not "Cli")
            from source in Sources(project)
            from line in File.ReadLines(source).Select((text, i) => (Text: text, Number: i + 1))
            where !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal) && taken.Any(line.Text.Contains)
            select $"{source}:{line.Number}: {line.Text.Trim()}";
        Assert.Empty(found);
    }

    /// <summary>The project's name unless it says otherwise: a class City in a namespace DigitalTwin.City would be City.City.</summary>
    private static string RootNamespace(string project) =>
        XDocument.Load(project).Descendants("RootNamespace").FirstOrDefault()?.Value ?? $"DigitalTwin.{Name(project)}";

    private static IEnumerable<string> ProjectFiles() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static string[] Sources(string project) =>
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(project)!, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}"))];

    private static string Name(string projectFile) => Path.GetFileNameWithoutExtension(projectFile)["DigitalTwin.".Length..];
}
