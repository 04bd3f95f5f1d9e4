namespace DigitalTwin.Scenarios.Vocabulary;

/// <summary>
/// A setting of a domain that holds for a whole run, written in the scenario under the domain's name:
/// <c>water: { service-pressure: 14 m }</c>. A name with a dot is written as a nested block: <c>demand-temperature.slope</c> as
/// <c>demand-temperature: { slope: … }</c>.
/// </summary>
/// <param name="Domain">The domain that reads it: <c>water</c>.</param>
/// <param name="Parameter">Its name, kind, unit, range and meaning, declared as an action's parameters are.</param>
/// <param name="Default">What holds when the scenario does not say, as a person would write it; null when the map's own value holds.</param>
public sealed record SettingDeclaration(string Domain, ParameterDeclaration Parameter, string? Default = null)
{
    /// <summary>Domain and name: <c>water.service-pressure</c>.</summary>
    public string Key => $"{Domain}.{Parameter.Name}";
}
