namespace DigitalTwin.Simulation.Results.GeoPackage;

/// <summary>A column of a <see cref="FeatureLayer"/>.</summary>
public sealed class FeatureColumn
{
    private FeatureColumn(string name, string type, string meaning, Action<Insertion, int, int> bind) => (Name, Type, Meaning, Bind) = (name, type, meaning, bind);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What it says, unit included.</summary>
    public string Meaning { get; }

    internal string Type { get; }

    internal Action<Insertion, int, int> Bind { get; }

    /// <summary>Numbers by feature; what is not finite is not known.</summary>
    public static FeatureColumn Numbers(string name, string meaning, Func<int, double> value) =>
        new(name, "DOUBLE", meaning, (insert, parameter, feature) => insert.Number(parameter, value(feature)));

    /// <summary>Words by feature.</summary>
    public static FeatureColumn Words(string name, string meaning, Func<int, string> value) =>
        new(name, "TEXT", meaning, (insert, parameter, feature) => insert.Text(parameter, value(feature)));

    /// <summary>Yes or no by feature.</summary>
    public static FeatureColumn YesNo(string name, string meaning, Func<int, bool> value) =>
        new(name, "BOOLEAN", meaning, (insert, parameter, feature) => insert.Whole(parameter, value(feature) ? 1 : 0));
}
