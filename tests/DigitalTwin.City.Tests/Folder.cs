using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Tests;

/// <summary>A folder of one test, gone when the test ends.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("twin-city-");

    public string Path => folder.FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public Folder With(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this;
    }

    public (City City, ProblemList Problems) Load()
    {
        var problems = new ProblemList();
        return (City.Load(Path, problems), problems);
    }

    public void Dispose() => folder.Delete(true);
}
