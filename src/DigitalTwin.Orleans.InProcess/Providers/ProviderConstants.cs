namespace Orleans.Providers;

/// <summary>Names that Orleans gives.</summary>
public static class ProviderConstants
{
    /// <summary>The name of the store that is meant where none is named.</summary>
    public const string DEFAULT_STORAGE_PROVIDER_NAME = "Default";
}
